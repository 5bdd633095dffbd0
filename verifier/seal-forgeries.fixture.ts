import { drawSample, sampleAuthority, sampleSeal, sealSample } from "@/lib/seal/sealed-sample.fixture";
import { childrenOf, readDer, tags } from "./der";
import { type Forgery, genuine, inSlot, replaced, revised, sealHexOf, slotOf } from "./forgeries.fixture";
import { readSeal, type SealParts, writeSeal } from "./seal";
import { digestAround, sealIn } from "./slot";
import { bits, integer, sequence } from "./write-der";

const other = (await sealSample({ pdf: await drawSample("I DO consent") })).bytes.toString("latin1");

function withRange(range: string): string {
  return replaced(genuine, /\/ByteRange \[[^\]]*\]/, `/ByteRange ${range}`);
}

/** As `withRange`, keeping the length of the file. */
function withPaddedRange(numbers: (slot: { start: number; end: number }) => number[]): string {
  const written = /\/ByteRange \[[^\]]*\]/.exec(genuine)?.[0] ?? "";
  const range = `/ByteRange [${numbers(slotOf(genuine)).join(" ")}`.padEnd(written.length - 1);
  return replaced(genuine, written, `${range}]`);
}

export const sealForgeries: Record<string, Forgery[]> = {
  "7 the seal's content missing": [
    ["an empty string", () => replaced(genuine, sealHexOf(genuine), "<>"), "wrong-range"],
    ["all zeros", () => inSlot(genuine, (hex) => "0".repeat(hex.length)), "broken-seal"],
    ["the entry renamed", () => replaced(genuine, "/Contents <", "/Kontents <"), "byte-changed"],
    [
      "a null",
      () => replaced(genuine, sealHexOf(genuine), "null".padEnd(sealHexOf(genuine).length)),
      "wrong-range",
    ],
    [
      "a literal string",
      () => replaced(genuine, sealHexOf(genuine), `(${"0".repeat(sealHexOf(genuine).length - 2)})`),
      "broken-seal",
    ],
  ],
  "8 range missing": [
    ["null", () => withRange("null"), "wrong-range"],
    ["an empty array", () => withRange("[]"), "wrong-range"],
    ["three numbers", () => withRange("[0 10 20]"), "wrong-range"],
    ["words", () => withRange("[/a /b /c /d]"), "wrong-range"],
    ["the entry renamed", () => replaced(genuine, "/ByteRange", "/ByteRonge"), "no-signature"],
    ["a reference", () => withRange("3 0 R"), "wrong-range"],
  ],
  "9 negative range": [
    [
      "a negative start",
      () => withPaddedRange(({ start, end }) => [-1, start, end, genuine.length - end]),
      "wrong-range",
    ],
    [
      "a negative length",
      () => withPaddedRange(({ start, end }) => [0, -start, end, genuine.length - end]),
      "wrong-range",
    ],
    ["a negative tail", () => withPaddedRange(({ start, end }) => [0, start, end, -1]), "wrong-range"],
    [
      "a tail beyond the file",
      () => withPaddedRange(({ start, end }) => [0, start, end, 99_999]),
      "wrong-range",
    ],
  ],
  "10 widened gap": [
    [
      "to the left",
      () => withPaddedRange(({ start, end }) => [0, start - 60, end, genuine.length - end]),
      "wrong-range",
    ],
    [
      "to the right",
      () => withPaddedRange(({ start, end }) => [0, start, end + 40, genuine.length - end - 40]),
      "wrong-range",
    ],
    ["an object smuggled in", () => wrapped("90 0 obj\n<< >>\nendobj\n"), "wrong-range"],
    ["a second string smuggled in", () => wrapped("/Contents <00>"), "wrong-range"],
    [
      "starting later",
      () => withPaddedRange(({ start, end }) => [9, start - 9, end, genuine.length - end]),
      "wrong-range",
    ],
    [
      "overlapping",
      () => withPaddedRange(({ start }) => [0, start, start - 5, genuine.length - start + 5]),
      "wrong-range",
    ],
  ],
  "12 data in the padding": [
    ["one digit at the end", () => inSlot(genuine, (hex) => `${hex.slice(0, -1)}1`), "padding-filled"],
    [
      "a digit after the seal",
      () => inSlot(genuine, (hex) => hex.replace(/00(0+)$/, "01$1")),
      "padding-filled",
    ],
    ["a text", () => inSlot(genuine, (hex) => `${hex.slice(0, -8)}deadbeef`), "padding-filled"],
    ["spaces", () => inSlot(genuine, (hex) => `${hex.slice(0, -4)}    `), "wrong-shape"],
    ["large hexadecimal letters", () => inSlot(genuine, (hex) => hex.toUpperCase()), "broken-seal"],
    ["a shorter slot", () => inSlot(genuine, (hex) => hex.slice(0, -2)), "wrong-range"],
  ],
  "13 seal removed": [
    [
      "by a revision without the field",
      () => revised(genuine, { 1: "<< /Type /Catalog /Pages 2 0 R >>", 21: "null", 20: "null" }),
      "second-revision",
    ],
    [
      "by emptying the field",
      () =>
        revised(genuine, { 21: "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Seal) /Rect [0 0 0 0] >>" }),
      "second-revision",
    ],
    [
      "by taking the seal of another document",
      () => replaced(genuine, sealHexOf(genuine), other.slice(slotOf(other).start, slotOf(other).end)),
      "byte-changed",
    ],
  ],
};

/** The range is moved apart and something put where nobody looks. */
function wrapped(smuggled: string): string {
  const { start, end } = slotOf(genuine);
  const longer = genuine.slice(0, end) + smuggled + genuine.slice(end);
  const range = [0, start, end + smuggled.length, longer.length - end - smuggled.length].join(" ");
  const written = /\/ByteRange \[[^\]]*\]/.exec(genuine)?.[0] ?? "";
  return replaced(longer, written, `${`/ByteRange [${range}`.padEnd(written.length - 1)}]`);
}

const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

function mirrored(signature: Uint8Array): Uint8Array {
  const [r, s] = childrenOf(readDer(signature), tags.sequence);
  const other = order - BigInt(`0x${Buffer.from(s?.content ?? []).toString("hex")}`);
  const digits = Buffer.from(other.toString(16).padStart(64, "0"), "hex");
  return sequence(r?.bytes ?? new Uint8Array(), integer(digits));
}

/** The sample with its seal taken apart and written again. */
export async function rewritten(change: (parts: SealParts) => SealParts): Promise<string> {
  const bytes = Buffer.from(genuine, "latin1");
  const slot = slotOf(genuine);
  const parts = await readSeal(sealIn(bytes, slot), await digestAround(bytes, slot));
  const seal = Buffer.from(await writeSeal(change(parts))).toString("hex");
  return inSlot(genuine, (hex) => seal.padEnd(hex.length, "0"));
}

const withMirrored = (place: number) =>
  rewritten(({ certificates, ...parts }) => ({
    ...parts,
    certificates: certificates.map((one, index) => {
      const signature = mirrored(one.signature);
      const bytes = sequence(one.tbs, one.algorithm.bytes, bits(signature));
      return index === place ? { ...one, signature, bytes } : one;
    }),
  }));

/** Every signature in these would hold. */
export const otherForms: [title: string, make: () => Promise<string> | string][] = [
  [
    "the mirrored signature",
    () => rewritten((parts) => ({ ...parts, signature: mirrored(parts.signature) })),
  ],
  ["the signature in the practice's certificate mirrored", () => withMirrored(0)],
  ["the signature in the authority's certificate mirrored", () => withMirrored(1)],
  ["its certificates in another order", () => inSlot(genuine, withSwappedCertificates)],
];

function withSwappedCertificates(hex: string): string {
  const [one, two] = [sampleSeal.certificate, sampleAuthority.certificate].map((each) =>
    each.toString("hex"),
  );
  const isFirst = hex.indexOf(one ?? "") < hex.indexOf(two ?? "");
  const found = isFirst ? `${one}${two}` : `${two}${one}`;
  return replaced(hex, found, isFirst ? `${two}${one}` : `${one}${two}`);
}
