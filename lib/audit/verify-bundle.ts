import type { KeyObject } from "node:crypto";
import { Refused } from "@/lib/errors";
import { parseCanonical } from "./canonical";
import { parseCheckpoint, verifyCheckpoint } from "./checkpoint";
import type { NamedByDocument } from "./find-named-entry";
import { appendLeaf, emptyFrontier, merkleRoot } from "./merkle";
import type { Witnessed } from "./published-checkpoint";
import { type ReadBundle, readBundle } from "./read-bundle";
import { broken, type TrailBreak } from "./trail-break";
import { type ExportedEvent, type TrailVerdict, verifyTrail } from "./verify-trail";

/** What reached the reader another way than the bundle. */
export type Outside = {
  keys?: readonly KeyObject[];
  documents?: readonly (NamedByDocument & { file: string })[];
  /** The folder of an older export. */
  against?: string;
  /** Sizes and roots (base64) that were noted, such as those of mails. */
  noted?: readonly Witnessed[];
};

/** What does not fit is a file and no entry. */
export type FileBreak = {
  ok: false;
  seq: null;
  reason: "keys" | "document" | "older-export";
  sentence: string;
};

/** `vouchedFor`: how many entries something from outside vouches for; null when there was nothing from outside. */
export type BundleVerdict =
  | (Extract<TrailVerdict, { ok: true }> & { vouchedFor: number | null })
  | TrailBreak
  | FileBreak;

/** Checks the files of a folder against each other, and against what is given from outside. */
export async function verifyBundle(folder: string, outside: Outside = {}): Promise<BundleVerdict> {
  const bundle = await readBundle(folder);
  if (!bundle.keysAgree) {
    return fileBreak("keys", "keys.json gives a key in four forms, and they are not the same key.");
  }
  const older = outside.against === undefined ? null : await readOlder(outside.against);
  if (older && older.practice !== bundle.practice) {
    return fileBreak("older-export", "The older export is of another practice.");
  }

  const seen = watch(bundle.events, outside, older);
  const verdict = await verifyTrail(seen.events, bundle.checkpoints, bundle.keys, bundle);
  const differs = seen.fork() ?? (verdict.ok ? await seen.afterEnd(verdict.size) : null);
  if (differs) return differs;
  if (!verdict.ok) return verdict;

  const signed = signedBy(bundle, outside.keys ?? []);
  if (outside.keys && signed === 0) {
    return broken(verdict.size - 1, "signature", "No checkpoint here is signed by the key you gave.");
  }
  const vouchedFor = Math.max(signed, seen.vouchedFor());
  return { ...verdict, vouchedFor: Object.keys(outside).length === 0 ? null : vouchedFor };
}

async function readOlder(folder: string): Promise<ReadBundle> {
  const verdict = await verifyBundle(folder);
  if (!verdict.ok) throw new Refused("older-export-broken", { file: folder });
  return readBundle(folder);
}

/** Up to which entry a checkpoint by one of these keys reaches. */
function signedBy({ checkpoints, origin }: ReadBundle, keys: readonly KeyObject[]): number {
  const sizes = checkpoints.map(({ note }) => {
    const checkpoint = parseCheckpoint(note);
    return checkpoint && verifyCheckpoint(checkpoint, origin, keys) ? checkpoint.size : 0;
  });
  return Math.max(0, ...sizes);
}

/** Looks at the entries while they are checked, and keeps only what something outside speaks of. */
function watch(
  entries: AsyncIterable<ExportedEvent>,
  { documents = [], noted = [] }: Outside,
  older: ReadBundle | null,
) {
  const wanted = new Set(documents.map(({ sequence }) => sequence));
  const numbers = new Set(documents.map(({ documentId }) => documentId));
  const leaves = new Map<number, string>();
  const sealings = new Map<string, { seq: number; sha256: unknown }>();
  const roots = new Map<number, string>();
  const sizes = new Set(noted.map(({ size }) => size));
  const tree = emptyFrontier();
  const earlier = older?.events[Symbol.asyncIterator]();
  let compared = 0;
  let forked: TrailBreak | null = null;

  async function* events() {
    let seq = 0;
    for await (const event of entries) {
      if (wanted.has(seq)) leaves.set(seq, event.leaf);
      if (numbers.size > 0 && event.body.includes('"document.sealed"')) noteSealing(seq, event.body);
      const before = await earlier?.next();
      if (before && !before.done) {
        compared = seq + 1;
        if (before.value.leaf !== event.leaf) {
          forked ??= broken(
            seq,
            "hash",
            `Entry ${seq} is not the one in the older export: there are two histories.`,
          );
        }
      }
      yield event;
      seq++;
      if (sizes.size > 0) appendLeaf(tree, event.leaf);
      if (sizes.has(seq)) roots.set(seq, Buffer.from(merkleRoot(tree), "hex").toString("base64"));
    }
  }

  function noteSealing(seq: number, text: string) {
    const body = parseCanonical(text);
    const documentId = body?.name === "document.sealed" ? body.documentId : null;
    if (typeof documentId !== "string" || !numbers.has(documentId) || sealings.has(documentId)) return;
    sealings.set(documentId, { seq, sha256: body?.sha256 });
  }

  /** What the trail lacks, or tells otherwise than a document or the older export. */
  async function afterEnd(size: number): Promise<TrailBreak | FileBreak | null> {
    for (const { file, documentId, sequence, leaf, sha256 } of documents) {
      if (sequence >= size) {
        return broken(
          size,
          "missing-tail",
          `The trail ends before entry ${size}, but ${file} names entry ${sequence}.`,
        );
      }
      if (leaves.get(sequence) !== leaf) {
        return broken(sequence, "hash", `Entry ${sequence} is not the one that ${file} names.`);
      }
      const sealed = sealings.get(documentId);
      if (!sealed) return fileBreak("document", `No entry tells that ${file} was sealed.`);
      if (sealed.sha256 !== sha256) {
        return broken(
          sealed.seq,
          "file",
          `Entry ${sealed.seq} tells of another file than ${file}: its SHA-256 differs.`,
        );
      }
    }
    for (const { size: covered, root } of noted) {
      if (covered > size) {
        return broken(
          size,
          "missing-tail",
          `The trail ends before entry ${size}; what you noted covers ${covered}.`,
        );
      }
      if (roots.get(covered) !== root) {
        return broken(covered - 1, "root", `The first ${covered} entries are not the ones that you noted.`);
      }
    }
    const rest = await earlier?.next();
    return rest && !rest.done
      ? broken(size, "missing-tail", `The trail ends before entry ${size}, which the older export has.`)
      : null;
  }

  /** A document knows the leaf it names, and with it all before. */
  const vouchedFor = () => Math.max(compared, ...sizes, ...documents.map(({ sequence }) => sequence + 1));
  return { events: events(), fork: () => forked, afterEnd, vouchedFor };
}

function fileBreak(reason: FileBreak["reason"], sentence: string): FileBreak {
  return { ok: false, seq: null, reason, sentence };
}
