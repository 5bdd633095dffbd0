import { expect, test } from "vitest";
import { receiptJson } from "@/lib/documents/receipt";
import { exampleRecord } from "@/lib/paper/example-record.fixture";
import type { SignedItem, SignedRecord } from "@/verifier/record";

test("the receipt carries the whole signed record", () => {
  const record = exampleRecord();
  expect(JSON.parse(receiptJson(record, "not-asked")).record).toEqual(record);
});

test("the same record gives the same receipt, byte for byte", () => {
  expect(receiptJson(exampleRecord(), "not-asked")).toBe(receiptJson(exampleRecord(), "not-asked"));
});

test("every answer is an event of its own: given, refused, taken back now or before; one left open is none", () => {
  const record = exampleRecord();
  const [first, second, third] = record.items.map(({ id }) => id);
  const earlier = { id: "w1", withdrawnAt: "2026-11-25T10:00:00.000Z", itemIds: [third ?? ""] };
  const withdrawal = { id: "w2", withdrawnAt: "2026-12-01T10:00:00.000Z", itemIds: [first ?? ""] };
  expect(events(record)).toMatchObject([
    { purpose_id: first, event_state: "consent_given" },
    { purpose_id: second, event_state: "consent_refused" },
    { purpose_id: third, event_state: "consent_given" },
  ]);
  const taken = exampleRecord({ meaning: "withdraws", withdrawal: { ...withdrawal, earlier: [earlier] } });
  expect(events(taken)).toMatchObject([
    { event_state: "consent_withdrawn", event_time: withdrawal.withdrawnAt },
    { event_state: "consent_refused", event_time: record.answer.answeredAt },
    { event_state: "consent_withdrawn", event_time: earlier.withdrawnAt },
  ]);
  const open = exampleRecord({ items: answered(record.items, null) });
  expect(events(open)).toEqual([]);
});

test.each([
  ["yes", "acknowledges-receipt", "notice_acknowledged"],
  ["no", "declines-receipt", "notice_not_acknowledged"],
] as const)("an acknowledgement answered %s is an event, and no consent", (answer, meaning, event_state) => {
  const { disclosure, items } = exampleRecord();
  const record = exampleRecord({
    meaning,
    disclosure: { ...disclosure, kind: "privacy-notice" },
    items: answered(items.slice(0, 1), answer),
  });
  expect(events(record)).toMatchObject([{ event_state }]);
  expect(receiptJson(record, "not-asked")).not.toMatch(/consent_|ExpressedConsent|"withdraw"/);
});

test("who pressed without giving a name is not named", () => {
  const record = exampleRecord({ signer: { printedName: null, capacity: null } });
  expect(events(record)[0]).toMatchObject({ entity_id: "not stated", entity_capacity: "not stated" });
});

test("what the profile demands is there for every purpose", () => {
  const { receipt } = JSON.parse(receiptJson(exampleRecord(), "not-asked"));
  expect(Object.keys(receipt)).toEqual([
    "schema_version",
    "record_id",
    "pii_principal_id",
    "pii_processing",
    "party_identification",
    "event",
  ]);
  for (const purpose of receipt.pii_processing.purposes) {
    expect(purpose).toMatchObject({
      lawful_basis: "dpv:ExplicitlyExpressedConsent",
      storage_locations: [expect.any(String)],
      retention_period: expect.any(String),
      withdrawal_method: "https://candor.example/my/hollis-marr/consents",
    });
  }
});

function answered(items: SignedItem[], answer: SignedItem["answer"]): SignedItem[] {
  return items.map((item) => ({ ...item, answer }));
}

function events(record: SignedRecord): { event_state: string; event_time: string }[] {
  return JSON.parse(receiptJson(record, "not-asked")).receipt.event;
}
