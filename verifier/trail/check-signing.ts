import { whyBroken } from "./break-sentences";
import type { CanonicalObject } from "./canonical";
import {
  type Checkpoint,
  parseCheckpoint,
  type SignaturesFound,
  signatureFinder,
  signerAmong,
  type TrailKey,
} from "./checkpoint";
import { broken, type TrailBreak } from "./trail-break";

export type StoredCheckpoint = { size: number; note: string };
export type CheckSigning = Awaited<ReturnType<typeof checkSigning>>;

/** So many signatures are looked at at once: each waits for its turn, not for the one before it. */
const together = 64;

/** A checkpoint counts only under the key that the trail itself had announced last before it. */
export async function checkSigning(
  checkpoints: readonly StoredCheckpoint[],
  keys: readonly TrailKey[],
  origin: string,
) {
  const waiting = (await openNotes(checkpoints, keys, origin)).toSorted((a, b) => b.size - a.size);
  const listed = new Set(keys);
  const announced = new Set<TrailKey>();
  const roots = new Map<number, string>();
  let current: TrailKey[] = [];
  let checked = 0;
  let vouchedFor = 0;
  let told = -1;

  function at(size: number, root: () => string): TrailBreak | null {
    for (let due = waiting.at(-1); due && due.size <= size; due = waiting.at(-1)) {
      const signed = signedRoot(due, current);
      if (signed === null) return unsigned(due.size);
      if (due.size !== size || signed !== root()) {
        return broken(vouchedFor, "root", whyBroken.notTheSigned(vouchedFor, size));
      }
      waiting.pop();
      roots.set(size, signed);
      vouchedFor = size;
      checked += 1;
    }
    return null;
  }

  function read(seq: number, body: CanonicalObject): TrailBreak | null {
    if (body.name === "checkpoint-key.made") {
      const key = typeof body.publicKey === "string" ? body.publicKey : "";
      if (!listed.has(key)) return broken(seq, "signature", whyBroken.keyNotListed(seq));
      announced.add(key);
      current = [key];
    }
    if (body.name === "checkpoint.signed") {
      const { size, root } = body;
      if (typeof size !== "number" || roots.get(size) !== root) {
        return broken(seq, "root", whyBroken.checkpointGone(seq));
      }
      if (size === seq) told = seq;
    }
    return null;
  }

  function end(size: number): TrailBreak | null {
    const due = waiting.at(-1);
    if (due && signedRoot(due, keys) === null) return unsigned(due.size);
    if (due) return broken(size, "missing-tail", whyBroken.endsBeforeSigned(size, due.size));
    const stranger = [...listed].some((key) => !announced.has(key));
    return stranger ? broken(Math.max(size - 1, 0), "signature", whyBroken.keyNotAnnounced()) : null;
  }

  function found(size: number) {
    const isTold = told === vouchedFor && size > told;
    const unsigned = size - vouchedFor - (isTold ? 1 : 0);
    return { checkpointsChecked: checked, signedSize: vouchedFor, unsigned };
  }

  return { at, read, end, found };
}

type OpenedNote = { size: number; checkpoint: Checkpoint | null; found: SignaturesFound };

/** Who signed what, found out beforehand: the entries are then gone through without waiting. */
async function openNotes(
  stored: readonly StoredCheckpoint[],
  keys: readonly TrailKey[],
  origin: string,
): Promise<OpenedNote[]> {
  const find = await signatureFinder(origin, keys);
  const opened: OpenedNote[] = [];
  for (let start = 0; start < stored.length; start += together) {
    const some = stored.slice(start, start + together).map(async ({ size, note }) => {
      const checkpoint = parseCheckpoint(note);
      return { size, checkpoint, found: checkpoint ? await find(checkpoint) : [] };
    });
    opened.push(...(await Promise.all(some)));
  }
  return opened;
}

function signedRoot({ size, checkpoint, found }: OpenedNote, allowed: readonly TrailKey[]): string | null {
  if (!checkpoint || checkpoint.size !== size) return null;
  return signerAmong(found, allowed) && checkpoint.root;
}

function unsigned(size: number): TrailBreak {
  return broken(Math.max(size - 1, 0), "signature", whyBroken.notSigned(size));
}
