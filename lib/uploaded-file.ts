/** What a paper, a mail or a picture of a screen is kept as; anything else is not shown to be harmless to open. */
export const mediaTypes = ["application/pdf", "image/png", "image/jpeg"] as const;
export type MediaType = (typeof mediaTypes)[number];

export const mostFileBytes = 10_000_000;

export type GivenFile = { name: string; bytes: Buffer };

const beginnings: [MediaType, number[]][] = [
  ["application/pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["image/png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
];

/** By its first bytes, whatever its name or its sender say. */
export function mediaTypeOf(bytes: Uint8Array): MediaType | null {
  const found = beginnings.find(([, begins]) => begins.every((byte, at) => bytes[at] === byte));
  return found?.[0] ?? null;
}

/** The name a file came with, to be read and not to be trusted: one line, without signs that hide or turn words. */
export function readableName(name: string): string {
  const shown = name.normalize("NFC").replace(/[\p{C}\p{Zl}\p{Zp}/\\]/gu, "");
  return [...shown.trim()].slice(0, 120).join("") || "–";
}

export type FileRefusal = "file-missing" | "file-too-large" | "file-unknown-kind";

export function whyNotFile(bytes: Uint8Array): FileRefusal | null {
  if (bytes.length === 0) return "file-missing";
  if (bytes.length > mostFileBytes) return "file-too-large";
  return mediaTypeOf(bytes) ? null : "file-unknown-kind";
}
