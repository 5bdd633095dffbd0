import { tags } from "./der";

export function der(tag: number, ...parts: Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return joined([Uint8Array.of(tag, ...lengthBytes(length)), ...parts]);
}

function lengthBytes(length: number): number[] {
  if (length < 0x80) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return [0x80 | bytes.length, ...bytes];
}

export function joined(parts: Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

export const sequence = (...parts: Uint8Array[]) => der(tags.sequence, ...parts);
export const octets = (bytes: Uint8Array) => der(tags.octetString, bytes);
export const bits = (bytes: Uint8Array) => der(tags.bitString, Uint8Array.of(0), bytes);
export const utf8 = (text: string) => der(tags.utf8, new TextEncoder().encode(text));

/** DER asks for the members of a SET OF in the order of their bytes. */
export const setOf = (...parts: Uint8Array[]) => der(tags.set, ...inByteOrder(parts));

export function inByteOrder(parts: Uint8Array[]): Uint8Array[] {
  return parts.toSorted((one, other) => {
    const differs = one.findIndex((byte, index) => byte !== other[index]);
    return differs === -1 ? one.length - other.length : (one[differs] ?? 0) - (other[differs] ?? -1);
  });
}

/** A non-negative integer from its big-endian bytes. */
export function integer(bytes: Uint8Array): Uint8Array {
  let start = 0;
  while (start < bytes.length - 1 && bytes[start] === 0) start++;
  const shortest = bytes.subarray(start);
  const needsSign = ((shortest[0] ?? 0) & 0x80) !== 0;
  return der(tags.integer, needsSign ? Uint8Array.of(0) : new Uint8Array(), shortest);
}

export function oid(dotted: string): Uint8Array {
  const [first = 0n, second = 0n, ...rest] = dotted.split(".").map(BigInt);
  const bytes = [first * 40n + second, ...rest].flatMap((arc) => {
    const groups = [Number(arc % 128n)];
    for (let high = arc / 128n; high > 0n; high /= 128n) groups.unshift(Number(high % 128n) | 0x80);
    return groups;
  });
  return der(tags.oid, Uint8Array.from(bytes));
}
