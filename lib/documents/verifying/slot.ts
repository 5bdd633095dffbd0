import { readFirstDer } from "@/lib/documents/verifying/der";
import { bytesOfHex, latin } from "@/lib/documents/verifying/pdf-syntax";
import { digestOf } from "@/lib/documents/verifying/signatures";
import type { Alteration } from "@/lib/documents/verifying/verdict";
import { joined } from "@/lib/documents/verifying/write-der";
import { Refused } from "@/lib/errors";

/** Where the hex string of the seal stands in the file, its angle brackets included. */
export type Slot = { start: number; end: number };

export async function digestAround(bytes: Uint8Array, slot: Slot): Promise<Uint8Array> {
  return digestOf("SHA-256", joined([bytes.subarray(0, slot.start), bytes.subarray(slot.end)]));
}

/** Twice what the largest of ours takes. */
const largestSeal = 32 * 1024;

/** The seal in its slot: small hexadecimal letters, then nothing but zeros. */
export function sealIn(bytes: Uint8Array, slot: Slot): Uint8Array {
  const hex = latin(bytes.subarray(slot.start + 1, slot.end - 1));
  if (hex.length > 2 * largestSeal || /[A-F]/.test(hex)) throw new Refused("malformed");
  const filled = bytesOfHex(hex);
  const seal = readFirstDer(filled).bytes;
  if (filled.subarray(seal.length).some((byte) => byte !== 0))
    throw new Refused<Alteration>("padding-filled");
  return seal;
}
