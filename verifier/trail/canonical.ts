import {
  type Canonical,
  type CanonicalObject,
  hasOnlyPlainLetters,
  readPlainObject,
} from "./canonical-reader";

export type { Canonical, CanonicalObject };

/** RFC 8785 text. Members that are undefined are left out; anything outside the grammar throws. */
export function canonical(value: Canonical): string {
  switch (typeof value) {
    case "string":
      return canonicalString(value);
    case "number":
      if (!Number.isSafeInteger(value)) throw new Error(`Not a canonical number: ${value}`);
      return String(value);
    case "boolean":
      return value ? "true" : "false";
    case "object":
      return isList(value) ? `[${value.map(canonical).join()}]` : canonicalObject(value);
  }
  throw new Error(`Not canonical: ${typeof value}`);
}

/** The object the text holds, if the text is exactly its canonical form; else null. */
export function parseCanonical(text: string): CanonicalObject | null {
  return hasOnlyPlainLetters.test(text) ? readPlainObject(text) : readAndCompare(text);
}

function readAndCompare(text: string): CanonicalObject | null {
  try {
    const value: Canonical = JSON.parse(text);
    const exact = typeof value === "object" && !isList(value) && canonical(value) === text;
    return exact ? value : null;
  } catch {
    return null;
  }
}

function canonicalObject(value: CanonicalObject): string {
  const prototype: unknown = value === null ? undefined : Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new Error("Not a canonical object");

  let text = "";
  for (const key of sortedKeys(value)) {
    const member = value[key];
    if (member !== undefined) text += `${text ? "," : "{"}${canonicalString(key)}:${canonical(member)}`;
  }
  return text ? `${text}}` : "{}";
}

function sortedKeys(value: CanonicalObject): string[] {
  const keys = Object.keys(value);
  for (let i = 1; i < keys.length; i++) {
    if (`${keys[i - 1]}` > `${keys[i]}`) return keys.sort();
  }
  return keys;
}

const needsNoEscape = /^[ !#-[\]-~]*$/;

function canonicalString(value: string): string {
  if (needsNoEscape.test(value)) return `"${value}"`;
  if (!value.isWellFormed()) throw new Error("Not canonical: a lone surrogate");
  return JSON.stringify(value);
}

function isList(value: Canonical): value is readonly Canonical[] {
  return Array.isArray(value);
}
