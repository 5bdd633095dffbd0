import fc from "fast-check";
import { afterEach, beforeEach, expect, type MockInstance, test, vi } from "vitest";
import { languages } from "@/lib/languages";
import { isOfTradeOff, meanings, type SignedRecord } from "@/verifier/record";
import { anyBody, someWords } from "./any-text.fixture";
import { whyTextDiffers } from "./compare-text";
import { exampleItem, exampleRecord } from "./example-record.fixture";
import { exampleTradeOff } from "./example-trade-off.fixture";
import { renderSignedDocument } from "./signed-document";

/** react-pdf says so when it draws something past the end of a page. */
let warned: MockInstance<typeof console.warn>;
beforeEach(() => {
  warned = vi.spyOn(console, "warn").mockImplementation(() => {});
});
afterEach(() => warned.mockRestore());

const upTo = (most: number) => someWords(60).map((text) => text.slice(0, most).trim());
const field = fc.oneof(upTo(600), fc.constantFrom("", "W".repeat(600)));
const item = fc.record({
  required: fc.boolean(),
  label: upTo(300),
  whatFor: field,
  whoSees: field,
  where: field,
  until: field,
  copy: field,
  answer: fc.constantFrom("yes", "no", null),
});

const anyRecord = fc
  .record({
    body: anyBody,
    title: upTo(120),
    inShort: upTo(400),
    name: upTo(120),
    items: fc.array(item, { minLength: 1, maxLength: 5 }),
    meaning: fc.constantFrom(...meanings),
    language: fc.constantFrom(...languages),
    timeZone: fc.constantFrom("America/Los_Angeles", "Europe/Madrid"),
    mark: fc.constantFrom("pressed", "spoken"),
  })
  .map(({ meaning, language, timeZone, name, mark, items, ...text }): SignedRecord => {
    const base =
      meaning === "acknowledges-trade-off" || meaning === "explains-trade-off"
        ? exampleTradeOff(meaning, language)
        : exampleRecord({ meaning, language });
    const record = {
      ...base,
      practice: { ...base.practice, timeZone },
      patient: { ...base.patient, legalName: name },
      disclosure: { ...base.disclosure, ...text },
    };
    if (isOfTradeOff(base)) return record;
    const signed = {
      ...record,
      items: items.map((one, at) => ({ ...one, id: `${at}`, position: at + 1 })),
      signer: { printedName: name, capacity: "guardian" as const },
    };
    if (meaning !== "withdraws") return signed;
    return {
      ...signed,
      withdrawal: { id: "withdrawal", withdrawnAt: "2026-12-01T10:00:00.000Z", itemIds: ["0"] },
      evidence: { ...base.evidence, mark },
    };
  });

test("whatever is written, its copy says all of it within its pages", async () => {
  await fc.assert(fc.asyncProperty(anyRecord, isDrawnWhole), { numRuns: 25, endOnFailure: true });
}, 120_000);

const sentence = "This is a sentence of ordinary length that a therapist might write about storage.";
const block = `## Heading\n\n${sentence}\n\n- ${sentence}\n  - ${sentence}\n\n| a | b |\n|---|---|\n| ${sentence} | c |\n\n`;

test.each([
  ["100 kB in sections, lists and tables", block.repeat(320)],
  ["100 kB in one paragraph", `${sentence} `.repeat(1_220)],
  [
    "100 kB in one point of a list",
    `- One.\n\n${`  # Heading\n\n  ${sentence} ${sentence}\n\n`.repeat(560)}`,
  ],
  ["a table of a thousand rows", `| a | b |\n|---|---|\n${"| c | d |\n".repeat(1_000)}`],
  ["a thousand lines in one paragraph", "a\\\n".repeat(1_000)],
  ["a thousand bold lines in one point of a list", `- **${"a\\\n  ".repeat(1_000)}b**`],
  ["a word of 10 kB", "x".repeat(10_000)],
])("%s are drawn whole", async (_, body) => {
  await isDrawnWhole(exampleRecord({ disclosure: { ...exampleRecord().disclosure, body } }));
});

test("thirty uses are drawn whole", async () => {
  const items = Array.from({ length: 30 }, (_, at) => exampleItem(at + 1, `${sentence} (${at})`, "yes"));
  await isDrawnWhole(exampleRecord({ items: items.map((one, at) => ({ ...one, id: `${at}` })) }));
});

async function isDrawnWhole(record: SignedRecord) {
  const pdf = await renderSignedDocument(record);
  expect(await whyTextDiffers(pdf, record)).toBeNull();
  expect(warned.mock.calls).toEqual([]);
}
