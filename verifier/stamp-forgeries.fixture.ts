import { inSlot, slotOf } from "./forgeries.fixture";
import { type KeptStamp, readSeal, type SealParts, writeSeal } from "./seal";
import { digestAround, sealIn } from "./slot";

async function partsOf(text: string): Promise<SealParts> {
  const bytes = Buffer.from(text, "latin1");
  return readSeal(sealIn(bytes, slotOf(text)), await digestAround(bytes, slotOf(text)));
}

/** Anybody can put another stamp into the slot, or none: it stands outside what is hashed. */
export async function restamped(
  text: string,
  change: (stamp: KeptStamp, parts: SealParts) => Promise<KeptStamp | null>,
) {
  const parts = await partsOf(text);
  const stamp = parts.timestamp ?? { token: new Uint8Array(), kept: null };
  const seal = Buffer.from(await writeSeal({ ...parts, timestamp: await change(stamp, parts) })).toString(
    "hex",
  );
  return inSlot(text, (hex) => seal.padEnd(hex.length, "0"));
}
