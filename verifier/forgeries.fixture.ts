import { createHash, type KeyObject, sign } from "node:crypto";
import { expect } from "vitest";
import { sampleAuthority, samplePractice, sampleSeal, sealSample } from "@/lib/seal/sealed-sample.fixture";
import { readCertificate } from "./certificate";
import { signedAttributes, withLowS, writeSeal } from "./seal";
import type { Slot } from "./slot";
import type { Verdict } from "./verdict";
import { verifyDocument } from "./verify-document";
import { setOf } from "./write-der";

/** The sample, sealed; its bytes as Latin-1 text, so that it can be tampered with as text. */
export const genuine = (await sealSample()).bytes.toString("latin1");

const rangePattern = /\/ByteRange \[0 (\d+) (\d+) (\d+) *\]/;

export function slotOf(text: string): Slot {
  const [, start, end] = rangePattern.exec(text) ?? [];
  return { start: Number(start), end: Number(end) };
}

/** Whom the reader of the sample documents believes. */
export const sampleTrust = {
  authorities: [sampleAuthority.certificate],
  practices: [
    { name: samplePractice.name, slug: samplePractice.slug, certificates: [sampleSeal.certificate] },
  ],
};

export const verifyText = (text: string) => verifyDocument(Buffer.from(text, "latin1"), sampleTrust);

export const outcomeOf = ({ integrity }: Verdict) =>
  "reason" in integrity ? integrity.reason : integrity.state;

export const isAccepted = ({ integrity, identity }: Verdict) =>
  integrity.state === "intact" && identity.state === "known";

export type Forgery = [title: string, make: () => string, reason: string];

export function expectRefused(verdict: Verdict, reason: string) {
  expect(outcomeOf(verdict)).toBe(reason);
  expect(verdict.identity).toEqual({ state: "unknown", reason: "not-judged", fingerprint: null });
  expect(verdict.record).toBeNull();
}

/** Replaces the hex of the seal by what `change` makes of it. */
export function inSlot(text: string, change: (hex: string) => string): string {
  const { start, end } = slotOf(text);
  return text.slice(0, start + 1) + change(text.slice(start + 1, end - 1)) + text.slice(end - 1);
}

export const sealHexOf = (text: string) => text.slice(slotOf(text).start, slotOf(text).end);

/** Replaces text of the same length or not, nothing else is put right again. */
export function replaced(text: string, part: string | RegExp, by: string): string {
  const changed = text.replace(part, () => by);
  if (changed === text) throw new Error(`Nothing to replace: ${part}`);
  return changed;
}

/** A further revision with a table and a trailer of its own, as editors append them. */
export function revised(text: string, objects: Record<number, string>, root = "1 0 R"): string {
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1];
  let body = text;
  const offsets = Object.entries(objects).map(([number, content]) => {
    const offset = body.length;
    body += `${number} 0 obj\n${content}\nendobj\n`;
    return { number, offset };
  });
  const table = offsets.map(
    ({ number, offset }) => `${number} 1\n${String(offset).padStart(10, "0")} 00000 n\r\n`,
  );
  const trailer = `trailer\n<<\n/Size 99\n/Root ${root}\n/Prev ${previous}\n>>`;
  return `${body}xref\n${table.join("")}${trailer}\nstartxref\n${body.length}\n%%EOF\n`;
}

/** Puts offsets, table and range right after an edit and seals again: what a holder of the key could make. */
export async function resealed(
  text: string,
  seal: { certificate: Buffer; privateKey: KeyObject },
  chain: Uint8Array[],
  editTable: (text: string) => string = (whole) => whole,
): Promise<string> {
  const whole = editTable(withRange(withTable(text)));
  const slot = slotOf(whole);
  const around = Buffer.from(whole.slice(0, slot.start) + whole.slice(slot.end), "latin1");
  const digest = createHash("sha256").update(around).digest();
  const attributes = setOf(...(await signedAttributes(digest, seal.certificate)));
  const signature = withLowS(sign("sha256", attributes, { key: seal.privateKey, dsaEncoding: "der" }));
  const certificates = [seal.certificate, ...chain].map(readCertificate);
  const bytes = await writeSeal({ digest, certificates, signature, timestamp: null });
  const hex = Buffer.from(bytes).toString("hex");
  return (
    whole.slice(0, slot.start + 1) + hex.padEnd(slot.end - slot.start - 2, "0") + whole.slice(slot.end - 1)
  );
}

function withTable(text: string): string {
  const body = text.slice(0, text.lastIndexOf("xref\n0 "));
  const offsets = [...body.matchAll(/(?<=\n)\d+ 0 obj\n/g)].map((match) => match.index);
  const lines = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n\r\n`).join("");
  const trailer = /trailer\n[\s\S]*?>>\n(?=startxref)/
    .exec(text)?.[0]
    .replace(/\/Size \d+/, `/Size ${offsets.length + 1}`);
  const table = `xref\n0 ${offsets.length + 1}\n0000000000 65535 f\r\n${lines}`;
  return `${body}${table}${trailer}startxref\n${body.length}\n%%EOF\n`;
}

function withRange(text: string): string {
  const contents = /\/Contents (<[0-9a-f]{4000,}>)/.exec(text);
  const start = (contents?.index ?? 0) + "/Contents ".length;
  const end = start + (contents?.[1]?.length ?? 0);
  const written = /\/ByteRange \[[^\]]*\]/.exec(text)?.[0] ?? "";
  const range = `/ByteRange [0 ${start} ${end} ${text.length - end}`.padEnd(written.length - 1);
  return text.replace(written, `${range}]`);
}

/** A small generator (mulberry32), so that a failing run can be repeated by its seed. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
