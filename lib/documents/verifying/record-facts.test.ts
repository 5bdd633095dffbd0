import { describe, expect, test } from "vitest";
import { exampleRecord } from "@/lib/documents/paper/example-record.fixture";
import { receiptJson } from "@/lib/documents/receipt";
import { meanings, type SignedRecord } from "@/lib/documents/signed-record";
import { readRecord } from "@/lib/documents/verifying/read-record";
import { factsOf } from "@/lib/documents/verifying/record-facts";
import { languages } from "@/lib/languages";

const record = exampleRecord();
const [first, second, third] = record.items.map(({ id }) => id);
const earlier = { id: "w1", withdrawnAt: "2026-11-25T20:00:00.000Z", itemIds: [third ?? ""] };
const withdrawal = { id: "w2", withdrawnAt: "2026-12-01T20:00:00.000Z", itemIds: [first ?? ""] };
const { signer, evidence } = record;
const pressed = { ...evidence, mark: "pressed" } as const;
const takenBack = exampleRecord({
  meaning: "withdraws",
  withdrawal: { ...withdrawal, earlier: [earlier] },
  evidence: pressed,
});

function valuesOf(about: SignedRecord, language: "en" | "es") {
  const labels = new Map(about.items.map(({ id, label }) => [label, id]));
  const facts = factsOf(about, language);
  return new Map(facts.map(({ label, value }) => [labels.get(label) ?? label, value]));
}

describe("what the verifier says of each use", () => {
  test("taken back now, or before: never the yes it once was", () => {
    const en = valuesOf(takenBack, "en");
    expect(en.get(first ?? "")).toMatch(/^Taken back on December 1, 2026/);
    expect(en.get(second ?? "")).toBe("No");
    expect(en.get(third ?? "")).toMatch(/^Taken back on November 25, 2026/);
    const es = valuesOf(takenBack, "es");
    expect(es.get(first ?? "")).toMatch(/^Retirado el 1 de diciembre de 2026/);
    expect(es.get(third ?? "")).toMatch(/^Retirado el 25 de noviembre de 2026/);
  });

  test("left open", () => {
    const open = exampleRecord({ items: record.items.map((item) => ({ ...item, answer: null })) });
    expect(valuesOf(open, "en").get(first ?? "")).toBe("Left open");
    expect(valuesOf(open, "es").get(first ?? "")).toBe("Abierta");
  });
});

describe("who it names", () => {
  test("a press by somebody who gave no name", () => {
    const nameless = { ...takenBack, signer: { printedName: null, capacity: null } };
    expect(valuesOf(nameless, "en").get("Taken back by")).toMatch(/^whoever reads the mailbox on file/);
    expect(valuesOf(nameless, "es").get("Lo retira")).toMatch(/^quien lee el correo registrado/);
  });

  test("a signature, with the capacity", () => {
    const parent = exampleRecord({ signer: { ...signer, capacity: "parent" } });
    expect(valuesOf(parent, "en").get("Signed by")).toBe("Ben Ortega Łukasz (parent)");
  });
});

test.each(languages)("every meaning has its own words in %s", (language) => {
  const label = language === "en" ? "Meaning" : "Significado";
  const said = meanings.map((meaning) => valuesOf({ ...record, meaning }, language).get(label));
  expect(new Set(said).size).toBe(meanings.length);
});

describe("record.json is read", () => {
  const read = async (about: object) => {
    const bytes = new TextEncoder().encode(JSON.stringify({ record: about }));
    return (await readRecord({ bytes, isDeflated: false })).record;
  };

  test("as it is sealed now", async () => {
    const nameless = { ...takenBack, signer: { printedName: null, capacity: null } };
    expect(await read(JSON.parse(receiptJson(nameless)).record)).toEqual(nameless);
  });

  test("as withdrawals were sealed before: typed, and without those that came earlier", async () => {
    const older = { ...record, meaning: "withdraws", withdrawal };
    const found = await read(older);
    expect(found).toEqual(older);
    expect(found && valuesOf(found, "en").get(first ?? "")).toMatch(/^Taken back/);
    expect(found && valuesOf(found, "en").get(third ?? "")).toBe("Yes");
  });

  test.each([
    ["another answer than yes, no or none", { items: [{ ...record.items[0], answer: "maybe" }] }],
    ["a withdrawal of nothing", { withdrawal: { id: "w", withdrawnAt: withdrawal.withdrawnAt } }],
    ["a capacity without a name", { signer: { printedName: null, capacity: "self" } }],
  ])("but not with %s", async (_, change) => {
    expect(await read({ ...record, ...change })).toBeNull();
  });
});
