import { harmless } from "../wording";
import { whyDiffers } from "./bundle-sentences";
import type { StoredCheckpoint } from "./check-signing";
import { parseCheckpoint } from "./checkpoint";
import { type Cosignature, cosignaturesOf, type Quorum } from "./cosignature";
import type { Held } from "./hold-against";
import { broken } from "./trail-break";

/** The longest history that so many of them confirmed, with what they signed; and the most that confirmed any. */
export async function confirmedBy(checkpoints: readonly StoredCheckpoint[], { witnesses, quorum }: Quorum) {
  let most = 0;
  for (const { size, note } of checkpoints.toSorted((a, b) => b.size - a.size)) {
    const checkpoint = parseCheckpoint(note);
    const cosignatures = checkpoint ? await cosignaturesOf(checkpoint, witnesses) : [];
    const count = new Set(cosignatures.map(({ witness }) => witness.key)).size;
    if (count >= quorum) return { size, cosignatures, most: count };
    most = Math.max(most, count);
  }
  return { size: 0, cosignatures: [], most };
}

/** Up to which entry enough of these witnesses confirmed. A history that they never confirmed is not theirs. */
export async function heldByWitnesses(
  checkpoints: readonly StoredCheckpoint[],
  given: Quorum,
  size: number,
): Promise<Held> {
  const { size: vouchedFor, cosignatures, most } = await confirmedBy(checkpoints, given);
  const differs =
    vouchedFor > 0 ? null : broken(size - 1, "signature", whyDiffers.tooFewWitnesses(most, given.quorum));
  return { by: "witness", name: cosignatures.map(nameAndTime).join("; "), vouchedFor, differs };
}

function nameAndTime({ witness, at }: Cosignature): string {
  return `${harmless(witness.name)}, ${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
