import { type BundleFiles, UnfitBundle } from "./bundle-files";
import { whyDiffers } from "./bundle-sentences";
import { parseCheckpoint, signatureFinder, signerAmong, type TrailKey } from "./checkpoint";
import { heldByWitnesses } from "./held-by-witnesses";
import { type FileBreak, fileBreak, type Held, holdAgainst } from "./hold-against";
import type { Outside } from "./outside";
import { type ReadBundle, readBundle } from "./read-bundle";
import { broken, type TrailBreak } from "./trail-break";
import { type TrailVerdict, verifyTrail } from "./verify-trail";

/**
 * `vouchedFor`: how many entries something from outside vouches for; null when there was nothing from outside.
 * `unconfirmed`: how many of the signed ones too few witnesses confirmed. `held`: what each of these things says.
 */
export type BundleVerdict = { held: Held[] } & (
  | (Extract<TrailVerdict, { ok: true }> & { vouchedFor: number | null; unconfirmed: number })
  | TrailBreak
  | FileBreak
);

/** Checks the files of an export against each other, and against what is given from outside. */
export async function verifyBundle(files: BundleFiles, outside: Outside = {}): Promise<BundleVerdict> {
  const bundle = await readBundle(files);
  if (!bundle.keysAgree) return { ...fileBreak("keys", whyDiffers.keyForms()), held: [] };
  const older = outside.against === undefined ? null : await readOlder(outside.against);
  if (older && older.practice !== bundle.practice) {
    return { ...fileBreak("older-export", whyDiffers.olderOfAnother()), held: [] };
  }

  const watched = holdAgainst(bundle.entries, outside, older);
  const verdict = await verifyTrail(watched.entries, bundle.checkpoints, bundle.keys, bundle);
  const fork = watched.fork();
  if (fork) return { ...fork, held: [] };
  if (!verdict.ok) return { ...verdict, held: [] };

  const held = await watched.held(verdict.size);
  if (outside.keys) held.push(await heldByKeys(bundle, outside.keys, verdict.size));
  const { witnesses } = outside;
  if (witnesses) held.push(await heldByWitnesses(bundle.checkpoints, witnesses, verdict.size));
  const differs = held.find((one) => one.differs)?.differs;
  if (differs) return { ...differs, held };
  const isAlone = Object.keys(outside).length === 0;
  const vouchedFor = isAlone ? null : Math.max(...held.map((one) => one.vouchedFor));
  const confirmed = held.find(({ by }) => by === "witness")?.vouchedFor ?? verdict.signedSize;
  return { ...verdict, vouchedFor, unconfirmed: verdict.signedSize - confirmed, held };
}

async function readOlder(files: BundleFiles) {
  const verdict = await verifyBundle(files);
  if (!verdict.ok) throw new UnfitBundle("older-export-broken", files.name);
  return { ...(await readBundle(files)), name: files.name };
}

/** Up to which entry a checkpoint by one of these keys reaches. */
async function heldByKeys(bundle: ReadBundle, keys: readonly TrailKey[], size: number): Promise<Held> {
  const find = await signatureFinder(bundle.origin, keys);
  let vouchedFor = 0;
  for (const { note } of bundle.checkpoints) {
    const checkpoint = parseCheckpoint(note);
    if (!checkpoint || checkpoint.size <= vouchedFor) continue;
    if (signerAmong(await find(checkpoint), keys)) vouchedFor = checkpoint.size;
  }
  const differs = vouchedFor > 0 ? null : broken(size - 1, "signature", whyDiffers.notByKey());
  return { by: "key", name: "", vouchedFor, differs };
}
