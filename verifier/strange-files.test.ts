import { describe, expect, test } from "vitest";
import { exampleRecord } from "@/lib/paper/example-record.fixture";
import { makeInstallationAuthority } from "@/lib/seal/certificates";
import {
  sampleAuthority,
  samplePractice,
  sampleSeal,
  sealFor,
  sealSample,
} from "@/lib/seal/sealed-sample.fixture";
import { readCertificate } from "./certificate";
import { genuine, inSlot, outcomeOf, replaced, resealed, verifyText } from "./forgeries.fixture";
import { languages } from "./languages";
import { PdfReader } from "./pdf-syntax";
import { readRecord } from "./read-record";
import type { SignedRecord } from "./record";
import { factsOf } from "./record-facts";
import { leadsTo } from "./timestamp-token";
import { largestFile } from "./verdict";
import { verifyDocument } from "./verify-document";
import { sayVerdict } from "./wording";

const head = "%PDF-1.7\n%\xff\xff\xff\xff\n1 0 obj\n";
const long = 12_000_000;

describe("a file of any size gets an answer", () => {
  test.each([
    ["a hexadecimal string", () => `${head}<${"0".repeat(long)}>`, "truncated"],
    ["a number", () => `${head}${"1".repeat(long)}x`, "truncated"],
    ["numbers", () => `${head}[${"1 ".repeat(long / 4)}]`, "truncated"],
    ["parentheses", () => head + "(".repeat(long), "truncated"],
    ["brackets", () => head + "[".repeat(long), "truncated"],
    ["ranges", () => head + "/ByteRange[".repeat(long / 11), "wrong-range"],
    ["digits behind the end", () => `${genuine}${"1".repeat(long)}`, "bytes-appended"],
    ["a seal", () => inSlot(genuine, (hex) => hex + "0".repeat(long)), "second-revision"],
    ["more than is taken", () => genuine + " ".repeat(largestFile), "too-large"],
    ["nothing", () => "", "not-a-pdf"],
  ])(
    "%s",
    async (_, make, reason) => {
      expect(outcomeOf(await verifyText(make()))).toBe(reason);
    },
    60_000,
  );

  /** Counted, because a clock in a test says more about the machine than about the reader. */
  test.each([
    ["one name", () => `/${"#41".repeat(long / 3)}`, 2_000],
    ["one array", () => `[${"1 ".repeat(long / 2)}]`, 4_000_000],
    ["one hexadecimal string", () => `<${"0".repeat(long)}>`, 2_000],
    ["empty strings", () => `[${"<>".repeat(long / 2)}]`, 4_000_000],
  ])("%s as long as the file is given up early", (_, make, most) => {
    const reader = new PdfReader(Buffer.from(make(), "latin1"));
    expect(() => reader.value()).toThrow("malformed");
    expect(reader.at).toBeLessThan(most);
  });

  test("a list of many parts, sealed", async () => {
    const many = `/MarkInfo [${"1 ".repeat(300_000)}]\n/AcroForm`;
    const whole = await resealed(replaced(genuine, "/AcroForm", many), sampleSeal, [
      sampleAuthority.certificate,
    ]);
    expect(outcomeOf(await verifyText(whole))).toBe("intact");
  });

  test("a seal larger than any is written", async () => {
    const larger = inSlot(genuine, (hex) => hex + "00".repeat(100_000));
    const whole = await resealed(larger, sampleSeal, [sampleAuthority.certificate]);
    expect(outcomeOf(await verifyText(whole))).toBe("broken-seal");
  });
});

test("a certificate whose signature is none leads to nobody", async () => {
  const broken = { ...readCertificate(sampleSeal.certificate), signature: Uint8Array.of(0x30, 0x01, 0x05) };
  expect(await leadsTo([broken], [readCertificate(sampleAuthority.certificate)])).toBe(false);
});

describe("whatever record.json says, it is read or left alone, and what was read can be said", () => {
  const withdrawn: SignedRecord = {
    ...exampleRecord({ meaning: "withdraws" }),
    withdrawal: {
      id: "w2",
      withdrawnAt: "2026-12-01T20:00:00.000Z",
      itemIds: ["a"],
      earlier: [{ id: "w1", withdrawnAt: "2026-11-25T20:00:00.000Z", itemIds: ["b"] }],
    },
  };
  const strange = [
    ...["null", "true", "0", "-1", "1.5", "1e300", "9007199254740993", "[]", "[null]", "{}", "[[]]"],
    ...[
      '""',
      '"yesterday"',
      '"constructor"',
      '"__proto__"',
      '"\\ud800"',
      '"../../x"',
      '"2026-13-45T99:99:99Z"',
    ],
    ...['{"toString":1,"valueOf":1}', '{"__proto__":null}', "[".repeat(50_000) + "]".repeat(50_000)],
  ];
  const places = [exampleRecord(), withdrawn].flatMap((record) =>
    pathsOf(record).map((path): [string, SignedRecord, string[]] => [path.join("."), record, path]),
  );

  test.each(places)("with anything at “%s”", async (_, record, path) => {
    for (const value of strange) {
      const text = JSON.stringify({ record: withMarker(record, path) }).replace('"MARKER"', () => value);
      const read = await readRecord({ bytes: new TextEncoder().encode(text), isDeflated: false });
      if (read.record) expectSayable(read.record);
    }
  });

  test.each([
    [
      "a time that is none",
      (record: SignedRecord) => ({ answer: { ...record.answer, answeredAt: "yesterday" } }),
    ],
    ["a number that is none", ({ disclosure }) => ({ disclosure: { ...disclosure, versionNumber: {} } })],
    ["an address that is none", ({ practice }) => ({ practice: { ...practice, slug: "\ud800" } })],
    ["a use that is none", () => ({ items: [null] })],
    ["uses beyond counting", ({ items }) => ({ items: Array(2_000).fill(items[0]) })],
  ] satisfies [string, (record: SignedRecord) => object][])("sealed by a stranger: %s", async (_, change) => {
    const authority = makeInstallationAuthority("Sample installation");
    const record = exampleRecord();
    const { bytes } = await sealSample({
      seal: sealFor(samplePractice.id, authority),
      chain: [authority.certificate],
      record: JSON.stringify({ record: { ...record, ...change(record) } }),
    });
    const verdict = await verifyDocument(bytes, { authorities: [] });
    expect(verdict).toMatchObject({ integrity: { state: "intact" }, record: null });
  });
});

function expectSayable(record: SignedRecord) {
  const verdict = {
    sha256: "",
    integrity: { state: "intact" },
    identity: { state: "unknown", reason: "foreign-authority", fingerprint: "" },
    time: { state: "claimed", at: record.answer.answeredAt, reason: "no-timestamp" },
    record,
  } as const;
  JSON.stringify(verdict);
  encodeURIComponent(record.practice.slug);
  for (const language of languages) {
    sayVerdict(verdict, language);
    for (const { label, value } of factsOf(record, language)) {
      expect(typeof label + typeof value).toBe("stringstring");
      expect(value).not.toMatch(/Invalid Date|\[object/);
    }
  }
}

function pathsOf(value: unknown, path: string[] = []): string[][] {
  const inside = typeof value === "object" && value !== null ? Object.entries(value) : [];
  return [path, ...inside.flatMap(([key, part]) => pathsOf(part, [...path, key]))].filter(
    ({ length }) => length,
  );
}

function withMarker(record: SignedRecord, [...path]: string[]) {
  const last = path.pop() ?? "";
  const copy = structuredClone(record);
  const holder = path.reduce<object>((part, key) => Reflect.get(part, key), copy);
  Reflect.set(holder, last, "MARKER");
  return copy;
}
