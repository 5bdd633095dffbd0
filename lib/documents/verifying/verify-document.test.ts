import { beforeAll, describe, expect, test } from "vitest";
import { receiptJson } from "@/lib/documents/receipt";
import { makeInstallationAuthority } from "@/lib/documents/sealing/certificates";
import {
  drawSample,
  sampleAuthority,
  samplePractice,
  sampleRecord,
  sampleSeal,
  sealFor,
  sealSample,
} from "@/lib/documents/sealing/sealed-sample";
import { childrenOf, readDer, tags } from "@/lib/documents/verifying/der";
import { replaced, resealed, revised, slotOf } from "@/lib/documents/verifying/forgeries";
import { readSeal, writeSeal } from "@/lib/documents/verifying/seal";
import { digestAround, sealIn } from "@/lib/documents/verifying/slot";
import type { Verdict } from "@/lib/documents/verifying/verdict";
import { verifyDocument } from "@/lib/documents/verifying/verify-document";
import { integer, sequence } from "@/lib/documents/verifying/write-der";

const { name, slug } = samplePractice;
const trust = {
  authorities: [sampleAuthority.certificate],
  practices: [{ name, slug, certificates: [sampleSeal.certificate] }],
};

const verify = (text: string) => verifyDocument(Buffer.from(text, "latin1"), trust);
const outcome = ({ integrity }: Verdict) => ("reason" in integrity ? integrity.reason : integrity.state);
const isAccepted = ({ integrity, identity }: Verdict) =>
  integrity.state === "intact" && identity.state === "known";

let genuine = "";
let other = "";
beforeAll(async () => {
  genuine = (await sealSample()).bytes.toString("latin1");
  other = (await sealSample({ pdf: await drawSample("I DO consent") })).bytes.toString("latin1");
});

/** Replaces the hex of the seal by what `change` makes of it. */
function inSlot(change: (hex: string) => string): string {
  const { start, end } = slotOf(genuine);
  return genuine.slice(0, start + 1) + change(genuine.slice(start + 1, end - 1)) + genuine.slice(end - 1);
}

function withRange(range: string): string {
  return replaced(genuine, /\/ByteRange \[[^\]]*\]/, `/ByteRange ${range}`);
}

/** As `withRange`, keeping the length of the file. */
function withPaddedRange(numbers: (slot: { start: number; end: number }) => number[]): string {
  const written = /\/ByteRange \[[^\]]*\]/.exec(genuine)?.[0] ?? "";
  const range = `/ByteRange [${numbers(slotOf(genuine)).join(" ")}`.padEnd(written.length - 1);
  return replaced(genuine, written, `${range}]`);
}

const page = (contents: string, more = "") =>
  `<<\n/Type /Page\n/Parent 2 0 R\n/MediaBox [0 0 595 842]\n/Contents ${contents}\n/Resources << >>\n${more}>>`;
const stream = (content: string) => `<<\n/Length ${content.length}\n>>\nstream\n${content}\nendstream`;
const sealHex = () => genuine.slice(slotOf(genuine).start, slotOf(genuine).end);

const tampered: Record<string, [title: string, make: () => string, reason: string][]> = {
  "1 changed content": [
    ["a letter of the title", () => replaced(genuine, "Recording our", "Recording 0ur"), "byte-changed"],
    [
      "the claimed time",
      () => replaced(genuine, "(D:20261123170440Z)\n/Name", "(D:20251123170440Z)\n/Name"),
      "byte-changed",
    ],
    ["the page size", () => replaced(genuine, "841.89001", "841.89002"), "byte-changed"],
    ["a byte of a page's content", () => flipped(genuine.indexOf("stream\n") + 20), "byte-changed"],
    [
      "a byte of the record",
      () => flipped(genuine.lastIndexOf("stream\n", slotOf(genuine).start) - 30),
      "byte-changed",
    ],
    ["the certification level", () => replaced(genuine, "/P 1\n", "/P 2\n"), "byte-changed"],
    ["the pages of another document", () => swappedPages(), "byte-changed"],
    ["a byte of the document's id", () => flipped(genuine.lastIndexOf("/ID") + 8), "byte-changed"],
  ],
  "2 trailing bytes": [
    ["one line end", () => `${genuine}\n`, "bytes-appended"],
    ["a comment", () => `${genuine}% nothing\n`, "bytes-appended"],
    ["a zero byte", () => `${genuine}\0`, "bytes-appended"],
    ["a second end mark", () => `${genuine}%%EOF\n`, "bytes-appended"],
    ["a kilobyte of spaces", () => genuine + " ".repeat(1024), "bytes-appended"],
  ],
  "3 revision with another page": [
    [
      "new content",
      () => revised(genuine, { 3: page("90 0 R"), 90: stream("BT (I DO consent) Tj ET") }),
      "second-revision",
    ],
    [
      "page two removed",
      () => revised(genuine, { 2: "<< /Type /Pages /Count 1 /Kids [3 0 R] >>" }),
      "second-revision",
    ],
    [
      "a page added",
      () =>
        revised(genuine, { 2: "<< /Type /Pages /Count 3 /Kids [3 0 R 4 0 R 90 0 R] >>", 90: page("13 0 R") }),
      "second-revision",
    ],
  ],
  "4 revision with another catalog": [
    ["without a form", () => revised(genuine, { 1: "<< /Type /Catalog /Pages 2 0 R >>" }), "second-revision"],
    [
      "under a new number",
      () => revised(genuine, { 90: "<< /Type /Catalog /Pages 2 0 R >>" }, "90 0 R"),
      "second-revision",
    ],
    [
      "without permissions",
      () =>
        revised(genuine, {
          1: "<< /Type /Catalog /Pages 2 0 R /AcroForm << /SigFlags 3 /Fields [21 0 R] >> >>",
        }),
      "second-revision",
    ],
  ],
  "5 annotation laid over": [
    [
      "free text",
      () =>
        revised(genuine, {
          3: page("13 0 R", "/Annots [21 0 R 90 0 R]\n"),
          90: "<< /Type /Annot /Subtype /FreeText /Rect [0 0 500 500] /Contents (I DO consent) /DA (/F 12 Tf) >>",
        }),
      "second-revision",
    ],
    [
      "a stamp",
      () =>
        revised(genuine, {
          3: page("13 0 R", "/Annots [90 0 R]\n"),
          90: "<< /Type /Annot /Subtype /Stamp /Rect [0 0 500 500] >>",
        }),
      "second-revision",
    ],
    [
      "a second field",
      () =>
        revised(genuine, {
          90: "<< /Type /Annot /Subtype /Widget /FT /Tx /T (x) /V (I DO consent) /Rect [0 0 90 90] >>",
        }),
      "second-revision",
    ],
  ],
  "6 objects appended without a table": [
    ["an object", () => `${genuine}90 0 obj\n<< >>\nendobj\n`, "second-revision"],
    [
      "the catalog again",
      () => `${genuine}1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n%%EOF\n`,
      "second-revision",
    ],
    [
      "a stream",
      () => `${genuine}13 0 obj\n${stream("BT ET")}\nendobj\nstartxref\n0\n%%EOF\n`,
      "second-revision",
    ],
  ],
  "7 the seal's content missing": [
    ["an empty string", () => replaced(genuine, sealHex(), "<>"), "wrong-range"],
    ["all zeros", () => inSlot((hex) => "0".repeat(hex.length)), "broken-seal"],
    ["the entry renamed", () => replaced(genuine, "/Contents <", "/Kontents <"), "byte-changed"],
    ["a null", () => replaced(genuine, sealHex(), "null".padEnd(sealHex().length)), "wrong-range"],
    [
      "a literal string",
      () => replaced(genuine, sealHex(), `(${"0".repeat(sealHex().length - 2)})`),
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
    ["one digit at the end", () => inSlot((hex) => `${hex.slice(0, -1)}1`), "padding-filled"],
    ["a digit after the seal", () => inSlot((hex) => hex.replace(/00(0+)$/, "01$1")), "padding-filled"],
    ["a text", () => inSlot((hex) => `${hex.slice(0, -8)}deadbeef`), "padding-filled"],
    ["spaces", () => inSlot((hex) => `${hex.slice(0, -4)}    `), "wrong-shape"],
    ["large hexadecimal letters", () => inSlot((hex) => hex.toUpperCase()), "broken-seal"],
    ["a shorter slot", () => inSlot((hex) => hex.slice(0, -2)), "wrong-range"],
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
      () => replaced(genuine, sealHex(), other.slice(slotOf(other).start, slotOf(other).end)),
      "byte-changed",
    ],
  ],
  "15 second seal": [
    [
      "in a revision",
      () => revised(genuine, { 90: `<< /Type /Sig /ByteRange [0 1 2 3] /Contents ${sealHex()} >>` }),
      "second-revision",
    ],
    [
      "a second range in the seal",
      () => replaced(genuine, "/M (D:", "/ByteRange [0 1 2 3]\n/M (D:"),
      "second-signature",
    ],
    [
      "a document time stamp",
      () =>
        revised(genuine, { 90: "<< /Type /DocTimeStamp /SubFilter /ETSI.RFC3161 /ByteRange [0 1 2 3] >>" }),
      "second-revision",
    ],
  ],
  "not a whole sealed document": [
    ["an empty file", () => "", "not-a-pdf"],
    ["a picture", () => "\u0089PNG\r\n\u001a\n", "not-a-pdf"],
    ["something before the head", () => `\n${genuine}`, "not-a-pdf"],
    ["half of it", () => genuine.slice(0, genuine.length / 2), "truncated"],
    ["the last byte missing", () => genuine.slice(0, -1), "truncated"],
    ["the end mark missing", () => genuine.slice(0, genuine.lastIndexOf("%%EOF")), "truncated"],
    ["a password", () => replaced(genuine, "/Root 1 0 R", "/Root 1 0 R\n/Encrypt 9 0 R"), "encrypted"],
  ],
};

function flipped(index: number): string {
  const letter = String.fromCharCode(genuine.charCodeAt(index) ^ 1);
  return genuine.slice(0, index) + letter + genuine.slice(index + 1);
}

function swappedPages(): string {
  return replaced(genuine, "/Kids [3 0 R 4 0 R]", "/Kids [4 0 R 3 0 R]");
}

/** The range is moved apart and something put where nobody looks. */
function wrapped(smuggled: string): string {
  const { start, end } = slotOf(genuine);
  const longer = genuine.slice(0, end) + smuggled + genuine.slice(end);
  const range = [0, start, end + smuggled.length, longer.length - end - smuggled.length].join(" ");
  const written = /\/ByteRange \[[^\]]*\]/.exec(genuine)?.[0] ?? "";
  return replaced(longer, written, `${`/ByteRange [${range}`.padEnd(written.length - 1)}]`);
}

describe.each(Object.entries(tampered))("%s", (_, cases) => {
  test.each(cases)("%s is not accepted", async (_title, make, reason) => {
    const verdict = await verify(make());
    expect(outcome(verdict)).toBe(reason);
    expect(verdict.identity).toEqual({ state: "unknown", reason: "not-judged", fingerprint: null });
    expect(verdict.record).toBeNull();
  });
});

describe("14 what a holder of the key could hide before sealing", () => {
  const catalog = "/ViewerPreferences";
  const hidden: [string, (text: string) => string][] = [
    ["hidden layers", (text) => replaced(text, catalog, `/OCProperties << /OCGs [] >>\n${catalog}`)],
    ["a layer on a page", (text) => replaced(text, "/UserUnit 1", "/UserUnit 1\n/OC << /Type /OCG >>")],
    [
      "an action on opening",
      (text) => replaced(text, catalog, `/OpenAction << /S /JavaScript /JS (x) >>\n${catalog}`),
    ],
    [
      "a script by name",
      (text) => replaced(text, "/EmbeddedFiles <<", "/JavaScript << /Names [] >>\n/EmbeddedFiles <<"),
    ],
    [
      "a second attachment",
      (text) => replaced(text, "[(record.json) 19 0 R]", "[(record.json) 19 0 R (x) 19 0 R]"),
    ],
    ["another attachment's name", (text) => replaced(text, "/UF (record.json)", "/UF (malware.exe)")],
    ["a text field", (text) => replaced(text, "/FT /Sig", "/FT /Tx")],
    ["a second field", (text) => replaced(text, "/Fields [21 0 R]", "/Fields [21 0 R 21 0 R]")],
    ["a form script", (text) => replaced(text, "/SigFlags 3", "/SigFlags 3\n/XFA (x)")],
    [
      "a link to the outside",
      (text) => replaced(text, "/UserUnit 1", "/UserUnit 1\n/AA << /O << /S /URI /URI (http://x) >> >>"),
    ],
    ["an annotation", (text) => replaced(text, "/Subtype /Widget", "/Subtype /Stamp")],
    ["a visible field", (text) => replaced(text, "/Rect [0 0 0 0]", "/Rect [0 0 9 9]")],
    ["weaker certification", (text) => replaced(text, "/P 1\n", "/P 2\n")],
    ["no certification", (text) => replaced(text, "/Perms <<\n/DocMDP 20 0 R\n>>", "")],
    ["an older kind of signature", (text) => replaced(text, "ETSI.CAdES.detached", "adbe.pkcs7.detached")],
    ["an unused object", (text) => replaced(text, "xref\n0 22", "22 0 obj\n<< >>\nendobj\nxref\n0 22")],
    [
      "an object stream",
      (text) => replaced(text, "xref\n0 22", "22 0 obj\n<< /Type /ObjStm /Length 0 >>\nendobj\nxref\n0 22"),
    ],
    ["a key given twice", (text) => replaced(text, "/UserUnit 1", "/UserUnit 1\n/UserUnit 1")],
    ["a comment between objects", (text) => replaced(text, "endobj\n2 0 obj", "endobj\n%\n2 0 obj")],
    ["an earlier revision", (text) => replaced(text, "/Root 1 0 R\n", "/Root 1 0 R\n/Prev 9\n")],
    ["a table of another kind", (text) => replaced(text, "/Root 1 0 R\n", "/Root 1 0 R\n/XRefStm 9\n")],
    [
      "a stream kept in another file",
      (text) => replaced(text, "/Type /EmbeddedFile", "/Type /EmbeddedFile\n/F (x)"),
    ],
  ];

  test("sealing an unchanged document again is accepted, so the edits below are what is refused", async () => {
    expect(isAccepted(await verify(await sealAgain(genuine)))).toBe(true);
  });

  test.each(hidden)("%s is refused although the seal is real", async (_title, hide) => {
    const verdict = await verify(await sealAgain(hide(genuine)));
    expect(verdict.integrity.state).toBe("altered");
    expect(["hidden-content", "wrong-shape"]).toContain(outcome(verdict));
  });

  test("a second seal is refused although the first is real", async () => {
    const second = replaced(genuine, "/DisplayDocTitle true", "/Also << /Type /Sig >>");
    expect(outcome(await verify(await sealAgain(second)))).toBe("second-signature");
  });

  test("a table that points elsewhere is refused although the seal is real", async () => {
    const swap = (text: string) =>
      text.replace(/(\d{10} 00000 n\r\n)(\d{10} 00000 n\r\n)/, (_, one, two) => `${two}${one}`);
    const text = await resealed(genuine, sampleSeal, [sampleAuthority.certificate], swap);
    expect(outcome(await verify(text))).toBe("wrong-shape");
  });

  const sealAgain = (text: string) => resealed(text, sampleSeal, [sampleAuthority.certificate]);
});

describe("a seal written in another way, though it would hold", () => {
  const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

  test("with the mirrored signature is refused", async () => {
    const bytes = Buffer.from(genuine, "latin1");
    const slot = slotOf(genuine);
    const parts = await readSeal(sealIn(bytes, slot), await digestAround(bytes, slot));
    const [r, s] = childrenOf(readDer(parts.signature), tags.sequence);
    const mirrored = order - BigInt(`0x${Buffer.from(s?.content ?? []).toString("hex")}`);
    const digits = Buffer.from(mirrored.toString(16).padStart(64, "0"), "hex");
    const signature = sequence(r?.bytes ?? new Uint8Array(), integer(digits));
    const seal = Buffer.from(await writeSeal({ ...parts, signature })).toString("hex");
    expect(outcome(await verify(inSlot((hex) => seal.padEnd(hex.length, "0"))))).toBe("broken-seal");
  });

  test("with its certificates in another order is refused", async () => {
    const [one, two] = [sampleSeal.certificate, sampleAuthority.certificate].map((each) =>
      each.toString("hex"),
    );
    const seal = inSlot((hex) => {
      const isFirst = hex.indexOf(one ?? "") < hex.indexOf(two ?? "");
      const found = isFirst ? `${one}${two}` : `${two}${one}`;
      return replaced(hex, found, isFirst ? `${two}${one}` : `${one}${two}`);
    });
    expect(outcome(await verify(seal))).toBe("broken-seal");
  });
});

describe("11 a seal by somebody else", () => {
  test("a foreign key with the same names is intact and unknown", async () => {
    const authority = makeInstallationAuthority("Sample installation");
    const seal = sealFor(samplePractice.id, authority);
    const { bytes } = await sealSample({ seal, chain: [authority.certificate] });
    const verdict = await verifyDocument(bytes, trust);
    expect(verdict.integrity.state).toBe("intact");
    expect(verdict.identity).toMatchObject({ state: "unknown", reason: "foreign-authority" });
  });

  test("a practice's seal cannot vouch for another seal", async () => {
    const seal = sealFor(samplePractice.id, sampleSeal);
    const chain = [sampleSeal.certificate, sampleAuthority.certificate];
    await expect(sealSample({ seal, chain })).rejects.toThrow("broken-seal");
  });

  test("a certificate the practice never published is unknown", async () => {
    const { bytes } = await sealSample({ seal: sealFor(samplePractice.id) });
    const { identity } = await verifyDocument(bytes, trust);
    expect(identity).toMatchObject({ state: "unknown", reason: "not-published" });
  });

  test("without published certificates the authority vouches for the practice it names", async () => {
    const { bytes } = await sealSample({ seal: sealFor(samplePractice.id) });
    const { identity } = await verifyDocument(bytes, { authorities: [sampleAuthority.certificate] });
    expect(identity).toMatchObject({ state: "known", practice: { name, slug } });
  });

  test("one practice's seal under another practice's record is unknown", async () => {
    const { bytes } = await sealSample({ seal: sealFor("0198f3a0-0000-7000-8000-0000000000ff") });
    const { identity } = await verifyDocument(bytes, { authorities: [sampleAuthority.certificate] });
    expect(identity).toMatchObject({ state: "unknown", reason: "other-practice" });
  });

  test("a record that names no practice is nobody's", async () => {
    const { bytes } = await sealSample({ record: JSON.stringify({ record: { schema: "candor/later/1" } }) });
    expect((await verifyDocument(bytes, trust)).identity).toMatchObject({ reason: "other-practice" });
  });

  test("a certificate that was not valid at the claimed time is unknown", async () => {
    const { bytes } = await sealSample({ claimedAt: new Date("2020-01-01T00:00:00Z") });
    expect((await verifyDocument(bytes, trust)).identity).toMatchObject({ reason: "not-valid-then" });
  });

  test("with nobody to trust an intact document is unknown", async () => {
    const verdict = await verifyDocument(Buffer.from(genuine, "latin1"), { authorities: [] });
    expect(verdict.identity).toMatchObject({ state: "unknown", reason: "foreign-authority" });
  });
});

describe("genuine documents", () => {
  test("an intact document says whose it is, when it claims to be sealed and what it records", async () => {
    const verdict = await verify(genuine);
    expect(verdict).toEqual({
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      integrity: { state: "intact" },
      identity: {
        state: "known",
        practice: { name, slug },
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
      time: { state: "claimed", at: "2026-11-23T17:04:40.000Z", reason: "no-timestamp" },
      record: sampleRecord,
    });
  });

  test("every genuine document is accepted", async () => {
    const count = Number(process.env.GENUINE_DOCUMENTS ?? 50);
    const pdf = await drawSample();
    for (let index = 0; index < count; index++) {
      const record = receiptJson({ ...sampleRecord, documentId: `${index}` });
      const { bytes } = await sealSample({ pdf, record, claimedAt: new Date() });
      expect(isAccepted(await verifyDocument(bytes, trust))).toBe(true);
    }
  }, 600_000);

  test("a record of a kind not known yet leaves the document intact", async () => {
    const { bytes } = await sealSample({
      record: JSON.stringify({ record: { schema: "candor/later/1", practice: { id: samplePractice.id } } }),
    });
    expect(await verifyDocument(bytes, trust)).toMatchObject({
      integrity: { state: "intact" },
      record: null,
    });
  });
});

test("no changed byte at a random place is accepted", async () => {
  const flips = Number(process.env.BYTE_FLIPS ?? 2_000);
  const seed = Number(process.env.FLIP_SEED ?? Date.now() % 2 ** 31);
  const random = randomFrom(seed);
  const bytes = Buffer.from(genuine, "latin1");
  for (let flip = 0; flip < flips; flip++) {
    const at = Math.floor(random() * bytes.length);
    const by = 1 + Math.floor(random() * 255);
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(at) ^ by, at);
    const { integrity } = await verifyDocument(changed, trust);
    expect(integrity.state, `seed ${seed}, flip ${flip}: byte ${at} by ${by}`).not.toBe("intact");
  }
}, 600_000);

/** A small generator (mulberry32), so that a failing run can be repeated by its seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
