import type { KeyObject } from "node:crypto";
import { type CanonicalObject, parseCanonical } from "./canonical";
import { parseCheckpoint, rawPublicKey, verifyCheckpoint } from "./checkpoint";
import { firstPrev, type StoredEvent } from "./event-body";
import { appendLeaf, emptyFrontier, leafHash, merkleRoot } from "./merkle";
import { broken, type TrailBreak } from "./trail-break";

/** An event outside the database: nothing repeats its text, so there are no columns to compare. */
export type ExportedEvent = Pick<StoredEvent, "body" | "leaf"> & { seq?: undefined };
export type StoredCheckpoint = { size: number; note: string };

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
  events: Iterable<StoredEvent | ExportedEvent> | AsyncIterable<StoredEvent | ExportedEvent>,
  checkpoints: readonly StoredCheckpoint[],
  publicKeys: readonly KeyObject[],
  options: TrailOptions,
): Promise<TrailVerdict> {
  const check = startTrail(checkpoints, publicKeys, options);
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

function startTrail(
  checkpoints: readonly StoredCheckpoint[],
  publicKeys: readonly KeyObject[],
  options: TrailOptions,
) {
  const { practice } = options;
  const known = new Map(options.known?.map(({ seq, leaf }) => [seq, leaf]));
  const signing = checkSigning(checkpoints, publicKeys, options.origin);
  const tree = emptyFrontier();
  let prev = firstPrev;
  let at = "";

  function next(event: StoredEvent | ExportedEvent): TrailBreak | null {
    const seq = tree.size;
    if (event.seq !== undefined && event.seq !== seq) {
      return event.seq > seq
        ? broken(seq, "gap", `Entry ${seq} is missing.`)
        : broken(event.seq, "gap", `Entry ${event.seq} is there more than once, or out of order.`);
    }
    const leaf = leafHash(event.body);
    if (leaf !== event.leaf) {
      return broken(
        seq,
        "hash",
        `Entry ${seq} is not what was written: its fingerprint does not fit its text.`,
      );
    }
    const body = parseCanonical(event.body);
    if (!body) return broken(seq, "hash", `Entry ${seq} is not written in the one canonical form.`);
    if (body.prev !== prev) {
      return broken(
        seq,
        "link",
        `Entry ${seq} does not follow the entry before it: one of the two was changed.`,
      );
    }
    const unsound = signing.at(seq, () => merkleRoot(tree));
    if (unsound) return unsound;
    if (body.practice !== practice) {
      return broken(seq, "link", `Entry ${seq} belongs to the trail of another practice.`);
    }
    if (body.v !== 1 || body.seq !== seq) {
      return broken(seq, "column", `Entry ${seq} says of itself that it stands elsewhere.`);
    }
    const column = event.seq === undefined ? null : differingColumn(event, body);
    if (column)
      return broken(seq, "column", `Entry ${seq}: the column ${column} differs from what was recorded.`);
    if (!isTime(body.at) || body.at < at) {
      return broken(seq, "time", `Entry ${seq} claims to be earlier than the entry before it.`);
    }
    if (known.has(seq) && known.get(seq) !== leaf) {
      return broken(seq, "hash", `Entry ${seq} is not the one a document or a copy outside vouches for.`);
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
    if (beyond >= size) {
      return broken(
        size,
        "missing-tail",
        `The trail ends before entry ${size}, but entry ${beyond} was written.`,
      );
    }
    return { ok: true, size, root: merkleRoot(tree), ...signing.found(size) };
  }

  return { next, end };
}

/** A checkpoint counts only under the key that the trail itself had announced last before it. */
function checkSigning(checkpoints: readonly StoredCheckpoint[], keys: readonly KeyObject[], origin: string) {
  const waiting = checkpoints.toSorted((a, b) => b.size - a.size);
  const listed = new Map(keys.map((key) => [rawPublicKey(key).toString("hex"), key]));
  const announced = new Set<string>();
  const roots = new Map<number, string>();
  let current: KeyObject[] = [];
  let checked = 0;
  let vouchedFor = 0;
  let told = -1;

  function at(size: number, root: () => string): TrailBreak | null {
    for (let due = waiting.at(-1); due && due.size <= size; due = waiting.at(-1)) {
      const signed = signedRoot(due, current);
      if (signed === null) return unsigned(due.size);
      if (due.size !== size || signed !== root()) {
        const range = `between entry ${vouchedFor} and entry ${size - 1}`;
        return broken(
          vouchedFor,
          "root",
          `The history ${range} is not the one that was signed at ${size} entries.`,
        );
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
      const listedKey = listed.get(key);
      if (!listedKey)
        return broken(seq, "signature", `Entry ${seq} names a signing key that is not in the list of keys.`);
      announced.add(key);
      current = [listedKey];
    }
    if (body.name === "checkpoint.signed") {
      const { size, root } = body;
      if (typeof size !== "number" || roots.get(size) !== root) {
        return broken(seq, "root", `Entry ${seq} names a signed checkpoint that is gone or was replaced.`);
      }
      if (size === seq) told = seq;
    }
    return null;
  }

  function end(size: number): TrailBreak | null {
    const due = waiting.at(-1);
    if (due && signedRoot(due, keys) === null) return unsigned(due.size);
    if (due) {
      return broken(
        size,
        "missing-tail",
        `The trail ends before entry ${size}, but ${due.size} entries were signed.`,
      );
    }
    const stranger = [...listed.keys()].some((key) => !announced.has(key));
    return stranger
      ? broken(Math.max(size - 1, 0), "signature", "The list of keys holds a key that no entry announces.")
      : null;
  }

  function signedRoot(stored: StoredCheckpoint, allowed: readonly KeyObject[]): string | null {
    const checkpoint = parseCheckpoint(stored.note);
    if (!checkpoint || checkpoint.size !== stored.size) return null;
    return verifyCheckpoint(checkpoint, origin, allowed) && checkpoint.root;
  }

  function found(size: number) {
    const isTold = told === vouchedFor && size > told;
    const unsigned = size - vouchedFor - (isTold ? 1 : 0);
    return { checkpointsChecked: checked, signedSize: vouchedFor, unsigned };
  }

  return { at, read, end, found };
}

function unsigned(size: number): TrailBreak {
  return broken(
    Math.max(size - 1, 0),
    "signature",
    `The checkpoint at ${size} entries is not signed by the practice's key.`,
  );
}

function differingColumn(event: StoredEvent, body: CanonicalObject): string | null {
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
