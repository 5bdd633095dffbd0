export type NameRefusal =
  | "name-empty"
  | "name-control-characters"
  | "name-bidi-characters"
  | "name-too-long"
  | "name-lone-surrogate";

const longestName = 120;
const control = /[\p{Cc}\u2028\u2029]/u;
const bidi = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const invisible = /[\p{White_Space}\p{Default_Ignorable_Code_Point}\u2800]/gu;
/** To the eye a hyphen; the embedded fonts draw only the usual one. */
const hyphens = /[\u2010\u2011]/g;
const strayMarks = /[\u00ad\u200b\u2060\ufeff]/g;

/** Why a typed name cannot be signed with, or null. Whether a font draws it is `whyNotDrawable`'s question. */
export function whyNotName(name: string): NameRefusal | null {
  if (!name.isWellFormed()) return "name-lone-surrogate";
  if (control.test(name)) return "name-control-characters";
  if (bidi.test(name)) return "name-bidi-characters";
  const clean = cleanName(name);
  if (clean.replace(invisible, "") === "") return "name-empty";
  if ([...clean].length > longestName) return "name-too-long";
  return null;
}

/** The name as it is kept and printed: NFC, single spaces, one kind of hyphen, nothing invisible at its edges. */
export function cleanName(name: string): string {
  return name.normalize("NFC").replace(strayMarks, "").replace(hyphens, "-").replace(/\s+/g, " ").trim();
}
