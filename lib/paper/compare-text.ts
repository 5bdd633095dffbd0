import { parseDisclosureMarkdown, writtenLines } from "@/lib/markdown/markdown";
import type { SignedItem, SignedRecord } from "@/verifier/record";
import { timeInZone } from "@/verifier/times";
import { drawnText } from "./drawn-text";
import { asLaidOut } from "./fonts";
import { endOfReordered } from "./right-to-left";
import { sentences } from "./sentences";
import {
  answerWord,
  detailsOf,
  idFacts,
  intentFact,
  markWords,
  meaningWords,
  requiredWords,
  signedAt,
  signerFact,
  timeLabel,
} from "./wording";

/** The first signed piece of text the finished pages do not show, in its place, exactly as signed; or null. */
export async function whyTextDiffers(pdf: Uint8Array, record: SignedRecord): Promise<string | null> {
  const pages = await drawnText(pdf);
  const shown: string[] = [];
  for (const [index, page] of pages.entries()) {
    const lines = page.split("\n").map(withoutSpace).filter(Boolean);
    const end = endOf(footerOf(record, index + 1, pages.length), lines);
    if (end === null) return `the foot of page ${index + 1}`;
    shown.push(...lines.slice(end));
  }
  return firstMissing(signedBlocks(record), shown);
}

/** Each block stands unbroken on the page, so that nothing can be slipped in between a question and its answer. */
function firstMissing(blocks: string[][], shown: string[]) {
  let from = 0;
  for (const block of blocks) {
    const end = endOf(block, shown, from);
    if (end === null) return firstMissingPart(block, shown.slice(from).join(""));
    from = end;
  }
  return null;
}

/** The line after the first place where all of a block stands. */
function endOf(block: string[], shown: string[], from = 0): number | null {
  const parts = block.filter((part) => part.trim() !== "").map(endOfPart);
  for (let first = from; first <= shown.length; first++) {
    let end: number | null = first;
    for (let part = 0; end !== null && part < parts.length; part++) end = parts[part]?.(shown, end) ?? null;
    if (end !== null) return end;
  }
  return null;
}

function endOfPart(part: string) {
  const written = asLaidOut(part);
  const wanted = withoutSpace(written);
  const reordered = endOfReordered(written);
  return (shown: string[], first: number) => endOfPlain(wanted, shown, first) ?? reordered(shown, first);
}

function endOfPlain(wanted: string, shown: string[], first: number): number | null {
  let at = first;
  for (let length = 0; length < wanted.length; at++) {
    const line = shown[at] ?? "";
    if (line === "" || !wanted.startsWith(line, length)) return null;
    length += line.length;
  }
  return at;
}

function firstMissingPart(block: string[], shown: string) {
  const missing = block.findIndex((_, end) => !shown.includes(comparable(block.slice(0, end + 1).join(""))));
  return block.slice(Math.max(0, missing - 1), missing + 1).join(" ");
}

/** A page header and footer come first in what a page draws. */
function footerOf({ documentId, language }: SignedRecord, page: number, pages: number) {
  const say = sentences[language];
  return [say.document(documentId), say.page(page, pages)];
}

/** Everything signed, in the order of the pages. */
function signedBlocks(record: SignedRecord): string[][] {
  const { practice, patient, disclosure, items, evidence, trail, language } = record;
  const say = sentences[language];
  const time = timeInZone(signedAt(record), practice.timeZone, language);
  const signer = signerFact(record);
  const signed = [signer.label, ...signer.lines.flatMap((line) => line ?? [])];
  const intent = intentFact(record);
  const timed = [timeLabel(record), time];
  const headOf = (item: SignedItem) => `${item.position}. ${item.label}`;
  return [
    [say.eyebrow[record.meaning], disclosure.title, say.practice, practice.name],
    [say.patient, patient.legalName, ...signed, ...timed],
    items.flatMap((item) => [headOf(item), answerWord(record, item)]),
    [say.shown, disclosure.title, disclosure.inShort],
    ...writtenLines(parseDisclosureMarkdown(disclosure.body)),
    ...items.map((item) => [
      headOf(item),
      answerWord(record, item),
      ...detailsOf(record.language, item).flatMap(({ label, text }) => [label, text]),
      requiredWords(record, item) ?? "",
    ]),
    [markWords(record), ...signed],
    [say.meaningLabel, meaningWords(record), intent.label, intent.text, ...timed],
    evidence.rewritten ? [say.screen, say.rewritten] : [],
    [say.textFingerprint, disclosure.textSha256],
    evidence.markSha256 ? [say.markFingerprint, evidence.markSha256] : [],
    idFacts(record).flatMap(({ label, ids }) => [label, ...ids]),
    [say.trail, say.entry(trail.sequence, trail.origin), say.leaf, trail.leaf],
    [say.commitment, evidence.commitment, say.commitmentWhat],
  ];
}

/** Lines and pages may turn anywhere, so white space does not count; composition never does. */
function comparable(text: string) {
  return withoutSpace(asLaidOut(text));
}

/** Nor does the mark that tells readers of the file which way a line runs, which no signed text may hold. */
const withoutSpace = (text: string) => text.replace(/[\s\u200f]+/g, "");
