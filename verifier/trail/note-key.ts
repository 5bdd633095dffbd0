import { joined } from "../write-der";
import { base64Of, bytesOfHex, hexOf, plainBytes } from "../written-bytes";
import { sha256 } from "./sha256";

/** A public key of Ed25519, its 32 bytes in hex. */
export type TrailKey = string;

/** What a key signs under a note, as C2SP signed-note numbers it: the whole note, or that a witness confirmed it. */
export type KeyKind = 1 | 4;

/** Null for 32 bytes that are no key: they sign nothing. A browser that lacks Ed25519 says so itself. */
export async function openKey(key: TrailKey): Promise<CryptoKey | null> {
  try {
    return await crypto.subtle.importKey("raw", plainBytes(keyBytes(key)), "Ed25519", false, ["verify"]);
  } catch (error) {
    if (error instanceof DOMException && error.name !== "NotSupportedError") return null;
    throw error;
  }
}

export function isSignedBy(key: CryptoKey, signature: Uint8Array, signed: Uint8Array): Promise<boolean> {
  return crypto.subtle.verify("Ed25519", key, plainBytes(signature), plainBytes(signed));
}

/** First four bytes of SHA-256(name ‖ 0x0A ‖ kind ‖ public key), in hex. */
export function noteKeyId(name: string, kind: KeyKind, key: TrailKey): string {
  const named = joined([new TextEncoder().encode(`${name}\n`), Uint8Array.of(kind), keyBytes(key)]);
  return hexOf(sha256(named).subarray(0, 4));
}

/** The key as other tools for signed notes take it: name+id+base64(kind ‖ public key). */
export function noteKey(name: string, kind: KeyKind, key: TrailKey): string {
  return `${name}+${noteKeyId(name, kind, key)}+${base64Of(joined([Uint8Array.of(kind), keyBytes(key)]))}`;
}

export function keyBytes(key: TrailKey): Uint8Array {
  const bytes = bytesOfHex(key);
  if (bytes?.length !== 32) throw new Error("Not an Ed25519 key");
  return bytes;
}
