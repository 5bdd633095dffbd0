import { sha256 as plainSha256 } from "@noble/hashes/sha2.js";
import { hexOf } from "../written-bytes";

/** Where there is Node. A browser's own SHA-256 makes each question wait its turn, which costs more than the answer. */
const native = globalThis.process?.getBuiltinModule?.("node:crypto");

/** SHA-256 at once: the check of a trail asks for it twice an entry. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return native ? native.hash("sha256", bytes, "buffer") : plainSha256(bytes);
}

export function sha256Hex(content: Uint8Array | string): string {
  if (native) return native.hash("sha256", content);
  return hexOf(plainSha256(typeof content === "string" ? new TextEncoder().encode(content) : content));
}
