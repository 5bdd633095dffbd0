import { NotAccepted } from "./not-accepted";
import { latin } from "./pdf-syntax";
import { readSeal } from "./seal";
import { digestAround, type Slot, sealIn } from "./slot";
import type { Alteration, NotCheckable } from "./verdict";

/** Names what most likely happened to a file that is not of our shape; only the reason depends on this guess. */
export async function diagnose(bytes: Uint8Array, otherwise: Alteration): Promise<Alteration | NotCheckable> {
  const text = latin(bytes);
  if (!text.startsWith("%PDF-")) return hasLateHead(text) ? "bytes-before" : "not-a-pdf";
  if (/\/Encrypt\s+\d+ \d+ R/.test(text)) return "encrypted";
  const ranges = [...text.matchAll(/\/ByteRange\s*\[([^[\]]*)\]/g)];
  const isWhole = endsPdf(text);
  if (ranges.length === 0) {
    if (text.includes("/ByteRange")) return "wrong-range";
    return isWhole ? "no-signature" : "truncated";
  }

  const range = rangeIn(ranges[0]?.[1] ?? "");
  if (!range) return "wrong-range";
  if (range.end > bytes.length) {
    return isWhole && range.end !== bytes.length + 1 ? "wrong-range" : "truncated";
  }
  const rest = text.slice(range.end);
  if (/startxref|\d \d+ obj/.test(rest)) return "second-revision";
  if (ranges.length > 1) return "second-signature";
  if (rest !== "") return endsPdf(text.slice(0, range.end)) ? "bytes-appended" : "byte-changed";
  if (text[range.slot.start] !== "<" || text.indexOf(">", range.slot.start) !== range.slot.end - 1) {
    return "wrong-range";
  }
  return (await isChanged(bytes, range.slot)) ? "byte-changed" : otherwise;
}

/** A line end before a document, as some programs leave one when they save a mail. */
function hasLateHead(text: string): boolean {
  return text.slice(0, 1_024).includes("%PDF-") && text.includes("/ByteRange");
}

function endsPdf(text: string): boolean {
  return /[\r\n]%%EOF\s*$/.test(text.slice(-64));
}

function rangeIn(written: string): { slot: Slot; end: number } | null {
  const [start, first, second, length, ...more] = written.trim().split(/\s+/).map(Number);
  if (start !== 0 || first === undefined || second === undefined || length === undefined) return null;
  if (more.length > 0 || !(first > 0 && second > first && length > 0)) return null;
  return { slot: { start: first, end: second }, end: second + length };
}

async function isChanged(bytes: Uint8Array, slot: Slot): Promise<boolean> {
  try {
    await readSeal(sealIn(bytes, slot), await digestAround(bytes, slot));
    return false;
  } catch (error) {
    if (error instanceof NotAccepted) return error.reason === "byte-changed";
    throw error;
  }
}
