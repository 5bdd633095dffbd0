import { base64OfHex } from "../written-bytes";
import { whyDiffers } from "./bundle-sentences";
import { parseCanonical } from "./canonical";
import { appendLeaf, emptyFrontier, merkleRoot } from "./merkle";
import type { HeldCopy, Outside, Witnessed } from "./outside";
import type { ReadBundle } from "./read-bundle";
import { broken, type Says, type TrailBreak } from "./trail-break";
import type { ExportedEntry } from "./verify-trail";

/** What does not fit is a file and no entry. */
export type FileBreak = { ok: false; seq: null; reason: "keys" | "document" | "older-export"; says: Says };

/** Something from outside: up to which entry it vouches for the trail, or how it differs. */
export type Held = {
  by: "key" | "document" | "older-export" | "noted" | "witness";
  name: string;
  vouchedFor: number;
  differs: TrailBreak | FileBreak | null;
};

/** Looks at the entries while they are checked, and keeps only what something outside speaks of. */
export function holdAgainst(
  entries: AsyncIterable<ExportedEntry>,
  { documents = [], noted = [] }: Outside,
  older: (ReadBundle & { name: string }) | null,
) {
  const wanted = new Set(documents.map(({ sequence }) => sequence));
  const numbers = new Set(documents.map(({ documentId }) => documentId));
  const leaves = new Map<number, string>();
  const sealings = new Map<string, { seq: number; sha256: unknown }>();
  const roots = new Map<number, string>();
  const sizes = new Set(noted.map(({ size }) => size));
  const tree = emptyFrontier();
  const earlier = older?.entries[Symbol.asyncIterator]();
  let compared = 0;
  let fork: TrailBreak | null = null;

  async function* watched(): AsyncIterable<ExportedEntry> {
    let seq = 0;
    for await (const entry of entries) {
      if (wanted.has(seq)) leaves.set(seq, entry.leaf);
      if (numbers.size > 0 && entry.body.includes('"document.sealed"')) noteSealing(seq, entry.body);
      const before = await earlier?.next();
      if (before && !before.done) {
        compared = seq + 1;
        if (before.value.leaf !== entry.leaf) fork ??= broken(seq, "hash", whyDiffers.fork(seq));
      }
      yield entry;
      seq++;
      if (sizes.size > 0) appendLeaf(tree, entry.leaf);
      if (sizes.has(seq)) roots.set(seq, base64OfHex(merkleRoot(tree)));
    }
  }

  function noteSealing(seq: number, text: string) {
    const body = parseCanonical(text);
    const documentId = body?.name === "document.sealed" ? body.documentId : null;
    if (typeof documentId !== "string" || !numbers.has(documentId) || sealings.has(documentId)) return;
    sealings.set(documentId, { seq, sha256: body?.sha256 });
  }

  function copyDiffers({ file, documentId, sequence, leaf, sha256 }: HeldCopy, size: number) {
    if (sequence >= size)
      return broken(size, "missing-tail", whyDiffers.endsBeforeCopy(size, file, sequence));
    if (leaves.get(sequence) !== leaf)
      return broken(sequence, "hash", whyDiffers.notTheNamed(sequence, file));
    const sealed = sealings.get(documentId);
    if (!sealed) return fileBreak("document", whyDiffers.neverSealed(file));
    if (sealed.sha256 === sha256) return null;
    return broken(sealed.seq, "file", whyDiffers.sealedOtherwise(sealed.seq, file));
  }

  function notedDiffers({ size: covered, root }: Witnessed, size: number) {
    if (covered > size) return broken(size, "missing-tail", whyDiffers.endsBeforeNoted(size, covered));
    return roots.get(covered) === root ? null : broken(covered - 1, "root", whyDiffers.notTheNoted(covered));
  }

  /** After the last of `size` entries: what each thing from outside says. */
  async function held(size: number): Promise<Held[]> {
    const all: Held[] = [];
    for (const copy of documents) {
      const vouchedFor = copy.sequence + 1;
      all.push({ by: "document", name: copy.file, vouchedFor, differs: copyDiffers(copy, size) });
    }
    for (const one of noted) {
      all.push({
        by: "noted",
        name: String(one.size),
        vouchedFor: one.size,
        differs: notedDiffers(one, size),
      });
    }
    if (older) {
      const rest = await earlier?.next();
      const isShorter = rest && !rest.done;
      const differs = isShorter ? broken(size, "missing-tail", whyDiffers.endsBeforeOlder(size)) : null;
      all.push({ by: "older-export", name: older.name, vouchedFor: compared, differs });
    }
    return all;
  }

  return { entries: watched(), fork: () => fork, held };
}

export function fileBreak(reason: FileBreak["reason"], says: Says): FileBreak {
  return { ok: false, seq: null, reason, says };
}
