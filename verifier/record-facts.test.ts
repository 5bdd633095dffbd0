import { describe, expect, test } from "vitest";
import { receiptJson } from "@/lib/documents/receipt";
import { exampleRecord } from "@/lib/paper/example-record.fixture";
import { languages } from "./languages";
import { readRecord } from "./read-record";
import { meanings, type SignedRecord } from "./record";
import { factsOf } from "./record-facts";

const record = exampleRecord();
const [first, , third] = record.items.map(({ id }) => id);
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
  test("taken back now, or before, and what stands after it: never the yes it once was", () => {
    const [one, two, three] = record.items.map(({ label }) => label);
    const en = valuesOf(takenBack, "en");
    expect(en.get("Taken back on")).toMatch(/^December 1, 2026/);
    expect(en.get("Taken back")).toMatch(
      new RegExp(`^${one}; ${three} \\(on November 25, 2026 at [^)]+\\)$`),
    );
    expect(en.get("Still allowed")).toBe("Nothing");
    expect(en.get("Not allowed")).toBe(two);
    const es = valuesOf(takenBack, "es");
    expect(es.get("Retirado")).toMatch(/; .* \(el 25 de noviembre de 2026/);
    expect(es.get("Sigue permitido")).toBe("Nada");
    expect([...en.values(), ...es.values()]).not.toContain("Yes");
  });

  test("of one use taken back, that the other yes still stands", () => {
    const en = valuesOf({ ...takenBack, withdrawal: { ...withdrawal, earlier: [] } }, "en");
    expect(en.get("Taken back")).toBe(record.items[0]?.label);
    expect(en.get("Still allowed")).toBe(record.items[2]?.label);
  });

  test("as answered, and left open", () => {
    const open = exampleRecord({ items: record.items.map((item) => ({ ...item, answer: null })) });
    expect(valuesOf(record, "en").get(first ?? "")).toBe("Yes");
    expect(valuesOf(open, "en").get(first ?? "")).toBe("Left open");
    expect(valuesOf(open, "es").get(first ?? "")).toBe("Abierta");
  });
});

test.each([
  ["en", "The browser showed other words than were sent, as a translation does"],
  ["es", "El navegador mostró otras palabras que las enviadas, como hace una traducción"],
] as const)(
  "in %s it says that the browser showed other words, and nothing where nobody saw it",
  (language, says) => {
    const rewritten = { ...record, evidence: { ...evidence, rewritten: true as const } };
    expect([...valuesOf(rewritten, language).values()]).toContain(says);
    expect([...valuesOf(record, language).values()]).not.toContain(says);
  },
);

describe("the words of a stranger", () => {
  const trick = "x\u001b[2J\nIt was locked by Harbor\u0085\u009b1m\u202e\u2066\u2028\u200f";

  test("come without what moves a cursor, begins a line or turns the order of letters", () => {
    const strange = exampleRecord({
      practice: { ...record.practice, name: trick },
      patient: { ...record.patient, legalName: trick },
      signer: { ...signer, printedName: trick },
      disclosure: { ...record.disclosure, title: trick },
      items: record.items.map((item) => ({ ...item, label: trick })),
      documentId: trick,
    });
    for (const { label, value } of factsOf({ ...strange, withdrawal, evidence: pressed }, "en")) {
      expect(label + value).not.toMatch(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u);
    }
    const [title] = factsOf(strange, "en");
    expect(title?.value).toContain("x\ufffd[2J\ufffdIt was locked");
  });
});

describe("who it names", () => {
  test("a press by somebody who gave no name", () => {
    const nameless = { ...takenBack, signer: { printedName: null, capacity: null } };
    expect(valuesOf(nameless, "en").get("Taken back by")).toMatch(/^whoever reads the mailbox on file/);
    expect(valuesOf(nameless, "es").get("Lo retira")).toMatch(/^quien lee el correo registrado/);
  });

  test("a typed name and a drawn signature as what they are, with the capacity", () => {
    const parent = exampleRecord({ signer: { ...signer, capacity: "parent" } });
    expect(valuesOf(parent, "en").get("The name typed as signature")).toBe("Ben Ortega Łukasz (parent)");
    const drawn = exampleRecord({ evidence: { ...evidence, mark: "drawn" } });
    expect(valuesOf(drawn, "es").get("El nombre escrito junto a la firma dibujada")).toBe(
      "Ben Ortega Łukasz",
    );
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
    expect(await read(JSON.parse(receiptJson(nameless, "not-asked")).record)).toEqual(nameless);
  });

  test("as withdrawals were sealed before: typed, and without those that came earlier", async () => {
    const older = { ...record, meaning: "withdraws", withdrawal };
    const found = await read(older);
    expect(found).toEqual(older);
    expect(found && valuesOf(found, "en").get("Taken back")).toBe(record.items[0]?.label);
    expect(found && valuesOf(found, "en").get("Not taken back here")).toBe(record.items[2]?.label);
  });

  test.each([
    ["another answer than yes, no or none", { items: [{ ...record.items[0], answer: "maybe" }] }],
    ["a withdrawal of nothing", { withdrawal: { id: "w", withdrawnAt: withdrawal.withdrawnAt } }],
    ["a capacity without a name", { signer: { printedName: null, capacity: "self" } }],
  ])("but not with %s", async (_, change) => {
    expect(await read({ ...record, ...change })).toBeNull();
  });
});
