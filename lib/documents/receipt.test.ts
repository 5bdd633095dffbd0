import { expect, test } from "vitest";
import { exampleRecord } from "@/lib/documents/paper/example-record";
import { receiptJson } from "@/lib/documents/receipt";
import type { SignedRecord } from "@/lib/documents/signed-record";

test("the receipt carries the whole signed record", () => {
  const record = exampleRecord();
  expect(JSON.parse(receiptJson(record)).record).toEqual(record);
});

test("the same record gives the same receipt, byte for byte", () => {
  expect(receiptJson(exampleRecord())).toBe(receiptJson(exampleRecord()));
});

test("every answer is an event of its own: given, refused, taken back", () => {
  const record = exampleRecord();
  const [first] = record.items;
  const withdrawal = { id: "w", withdrawnAt: "2026-12-01T10:00:00.000Z", itemIds: [first?.id ?? ""] };
  expect(events(record).map((event) => event.event_state)).toEqual([
    "consent_given",
    "consent_refused",
    "consent_given",
  ]);
  expect(events({ ...record, meaning: "withdraws", withdrawal })).toMatchObject([
    { event_state: "consent_withdrawn", event_time: withdrawal.withdrawnAt },
    { event_state: "consent_refused", event_time: record.answer.answeredAt },
    { event_state: "consent_given" },
  ]);
});

test("an acknowledgement is an event, and no consent", () => {
  const record = exampleRecord({ meaning: "acknowledges-receipt", items: [] });
  expect(events(record)).toMatchObject([{ event_state: "notice_acknowledged" }]);
});

test("what the profile demands is there for every purpose", () => {
  const { receipt } = JSON.parse(receiptJson(exampleRecord()));
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
      storage_locations: [expect.any(String)],
      retention_period: expect.any(String),
      withdrawal_method: "https://candor.example/my/hollis-marr/consents",
    });
  }
});

function events(record: SignedRecord): { event_state: string; event_time: string }[] {
  return JSON.parse(receiptJson(record)).receipt.event;
}
