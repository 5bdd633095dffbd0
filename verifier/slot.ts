import { readFirstDer } from "./der";
import { NotAccepted } from "./not-accepted";
import { bytesOfHex, latin } from "./pdf-syntax";
import { digestOf } from "./signatures";
import type { Alteration } from "./verdict";
import { joined } from "./write-der";

/** Where the hex string of the seal stands in the file, its angle brackets included. */
export type Slot = { start: number; end: number };

export async function digestAround(bytes: Uint8Array, slot: Slot): Promise<Uint8Array> {
  return digestOf("SHA-256", joined([bytes.subarray(0, slot.start), bytes.subarray(slot.end)]));
}

/** Twice what the largest of ours takes. */
const largestSeal = 32 * 1024;

/** A seal without a time stamp has room for this many bytes; more were left where a stamp was asked for. */
export const plainSlot = 4_096;

export const hasRoomForStamp = ({ start, end }: Slot) => end - start > 2 * plainSlot + 2;

/** The seal in its slot: small hexadecimal letters, then nothing but zeros. */
export function sealIn(bytes: Uint8Array, slot: Slot): Uint8Array {
  const hex = latin(bytes.subarray(slot.start + 1, slot.end - 1));
  if (hex.length > 2 * largestSeal || /[A-F]/.test(hex)) throw new NotAccepted("malformed");
  const filled = bytesOfHex(hex);
  const seal = readFirstDer(filled).bytes;
  if (filled.subarray(seal.length).some((byte) => byte !== 0))
    throw new NotAccepted<Alteration>("padding-filled");
  return seal;
}
