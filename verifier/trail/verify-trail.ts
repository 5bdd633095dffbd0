import { whyBroken } from "./break-sentences";
import { type CanonicalObject, parseCanonical } from "./canonical";
import { type CheckSigning, checkSigning, type StoredCheckpoint } from "./check-signing";
import type { TrailKey } from "./checkpoint";
import { appendLeaf, emptyFrontier, leafHash, merkleRoot } from "./merkle";
import { broken, type TrailBreak } from "./trail-break";

/** An entry as its row holds it: the canonical text, its leaf, and columns that repeat the text for searching. */
export type StoredEntry = {
  seq: number;
  body: string;
  leaf: string;
  name: string;
  at: string;
  actorId: string;
  patientId: string | null;
};

/** An entry outside the database: nothing repeats its text, so there are no columns to compare. */
export type ExportedEntry = Pick<StoredEntry, "body" | "leaf"> & { seq?: undefined };

export const firstPrev = "0".repeat(64);

export type TrailOptions = {
  practice: string;
  origin: string;
  /** Leaves known from elsewhere: the head row, what sealed documents carry. */
  known?: readonly { seq: number; leaf: string }[];
};

export type TrailVerdict =
  /**
   * `signedSize`: how many entries the last checkpoint vouches for; `unsigned`: how many come after it, which anybody
   * could have written, but for the one that tells of that checkpoint.
   */
  | { ok: true; size: number; root: string; checkpointsChecked: number; signedSize: number; unsigned: number }
  | TrailBreak;

/** Re-derives the whole trail in one pass and names the first entry that does not hold, and why. */
export async function verifyTrail(
  events: Iterable<StoredEntry | ExportedEntry> | AsyncIterable<StoredEntry | ExportedEntry>,
  checkpoints: readonly StoredCheckpoint[],
  publicKeys: readonly TrailKey[],
  options: TrailOptions,
): Promise<TrailVerdict> {
  const signing = await checkSigning(checkpoints, publicKeys, options.origin);
  const check = startTrail(signing, options);
  // A loop of its own for arrays: awaiting each entry would cost as much as checking it.
  if (Symbol.iterator in events) {
    for (const event of events) {
      const broken = check.next(event);
      if (broken) return broken;
    }
  } else {
    for await (const event of events) {
      const broken = check.next(event);
      if (broken) return broken;
    }
  }
  return check.end();
}

function startTrail(signing: CheckSigning, options: TrailOptions) {
  const { practice } = options;
  const known = new Map(options.known?.map(({ seq, leaf }) => [seq, leaf]));
  const tree = emptyFrontier();
  let prev = firstPrev;
  let at = "";

  function next(event: StoredEntry | ExportedEntry): TrailBreak | null {
    const seq = tree.size;
    if (event.seq !== undefined && event.seq !== seq) {
      return event.seq > seq
        ? broken(seq, "gap", whyBroken.gap(seq))
        : broken(event.seq, "gap", whyBroken.twice(event.seq));
    }
    const leaf = leafHash(event.body);
    if (leaf !== event.leaf) return broken(seq, "hash", whyBroken.notAsWritten(seq));
    const body = parseCanonical(event.body);
    if (!body) return broken(seq, "hash", whyBroken.notCanonical(seq));
    if (body.prev !== prev) return broken(seq, "link", whyBroken.notLinked(seq));
    const unsound = signing.at(seq, () => merkleRoot(tree));
    if (unsound) return unsound;
    if (body.practice !== practice) return broken(seq, "link", whyBroken.ofAnother(seq));
    if (body.v !== 1 || body.seq !== seq) return broken(seq, "column", whyBroken.elsewhere(seq));
    const column = event.seq === undefined ? null : differingColumn(event, body);
    if (column) return broken(seq, "column", whyBroken.column(seq, column));
    if (!isTime(body.at) || body.at < at) {
      return broken(seq, "time", whyBroken.earlier(seq));
    }
    if (known.has(seq) && known.get(seq) !== leaf) {
      return broken(seq, "hash", whyBroken.notTheKnown(seq));
    }
    const said = signing.read(seq, body);
    if (said) return said;

    appendLeaf(tree, leaf);
    prev = leaf;
    at = body.at;
    return null;
  }

  function end(): TrailVerdict {
    const size = tree.size;
    const unsound = signing.at(size, () => merkleRoot(tree)) ?? signing.end(size);
    if (unsound) return unsound;
    const beyond = Math.max(...known.keys(), -1);
    if (beyond >= size) return broken(size, "missing-tail", whyBroken.endsBefore(size, beyond));
    return { ok: true, size, root: merkleRoot(tree), ...signing.found(size) };
  }

  return { next, end };
}

function differingColumn(event: StoredEntry, body: CanonicalObject): string | null {
  if (event.name !== body.name) return "name";
  if (event.at !== body.at) return "at";
  if (event.actorId !== actorId(body)) return "actor";
  if (event.patientId !== (body.patient ?? null)) return "patient";
  return null;
}

function actorId({ actor }: CanonicalObject): unknown {
  return typeof actor === "object" && "id" in actor ? actor.id : undefined;
}

function isTime(value: unknown): value is string {
  return typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value);
}
