import { parseDisclosureMarkdown, plainTextOf } from "@/lib/markdown/markdown";
import type { SignedItem, SignedRecord } from "@/verifier/record";
import { timeInZone } from "@/verifier/times";
import { drawnText } from "./drawn-text";
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
    const text = comparable(page);
    const footer = footerOf(record, index + 1, pages.length);
    const end = text.indexOf(footer);
    if (end < 0) return `the foot of page ${index + 1}`;
    shown.push(text.slice(end + footer.length));
  }
  return firstMissing(signedBlocks(record), asRead(shown.join("")));
}

/** Each block stands unbroken on the page, so that nothing can be slipped in between a question and its answer. */
function firstMissing(blocks: string[][], shown: string) {
  let from = 0;
  for (const block of blocks) {
    const wanted = comparable(block.join(""));
    const at = shown.indexOf(wanted, from);
    if (at >= 0) from = at + wanted.length;
    else if (!isShownRightToLeft(block, shown)) {
      return firstMissingPart(block, shown.slice(from));
    }
  }
  return null;
}

function firstMissingPart(block: string[], shown: string) {
  const missing = block.findIndex((_, end) => !shown.includes(comparable(block.slice(0, end + 1).join(""))));
  return block.slice(Math.max(0, missing - 1), missing + 1).join(" ");
}

/** A page header and footer come first in what a page draws. */
function footerOf({ documentId, language }: SignedRecord, page: number, pages: number) {
  const say = sentences[language];
  return comparable(say.document(documentId) + say.page(page, pages));
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
    ...plainTextOf(parseDisclosureMarkdown(disclosure.body))
      .split("\n")
      .map((line) => [line]),
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

const rightToLeft = /\p{Script=Hebrew}+/gu;

/** Lines and pages may turn anywhere, so white space does not count; composition never does. */
function comparable(text: string) {
  return text.normalize("NFC").replace(/\s+/g, "");
}

/** Hebrew is drawn from its end; this puts it back in the order it is read. */
function asRead(drawn: string) {
  return drawn.replace(rightToLeft, (letters) => [...letters].reverse().join(""));
}

/** The order of Hebrew words on a line, and of other signs beside them, is the reader's: each is looked for by itself. */
function isShownRightToLeft(block: string[], shown: string) {
  const text = block.join(" ").normalize("NFC");
  const stretches = text.match(/\p{Script=Hebrew}+|[^\p{Script=Hebrew}\p{P}\s]+/gu) ?? [];
  return text.search(rightToLeft) >= 0 && stretches.every((stretch) => shown.includes(stretch));
}
