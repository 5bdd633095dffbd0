import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { messages, withdrawals } from "@/db/schema";
import { answerRequest } from "@/lib/answers/answer-request";
import { verifyFacts } from "@/lib/audit/facts/verify-facts";
import { makeAsked } from "@/lib/consents/consents.fixture";
import { buildRecord } from "@/lib/documents/build-record";
import { sealDocument } from "@/lib/documents/seal-document";
import { NotFound } from "@/lib/errors";
import { readPractice } from "@/lib/in-practice";
import { testDatabase } from "@/test/database";
import { makePractice, trailOf } from "@/test/factories";
import { recordWithdrawal } from "./record-withdrawal";
import { withdrawAnswer } from "./withdraw-answer";

await testDatabase();
afterAll(closeDatabase);

async function makeAnswered() {
  const asked = await makeAsked();
  const answers = Object.fromEntries(asked.text.items.map(({ id }) => [id, "yes" as const]));
  const { answerId } = await answerRequest(asked.ctx, { ...asked.input, answers });
  const [first = ""] = asked.text.items.map(({ id }) => id);
  return { ...asked, answerId, first, input: { answerId, itemIds: null, route: "phone" } as const };
}

test("what was said on the phone counts at once, names who noted it, and is told of by its route", async () => {
  const { made, input } = await makeAnswered();
  const { withdrawalId } = await recordWithdrawal(made.therapist, input);
  const [row] = await readPractice(made.owner, (tx) =>
    tx.select().from(withdrawals).where(eq(withdrawals.id, withdrawalId)),
  );
  const { staffId } = made.therapist;
  expect(row).toMatchObject({ withdrawnBy: staffId, notedBy: staffId, route: "phone" });
  const events = (await trailOf(made.practice.id)).slice(-3);
  expect(events).toMatchObject([
    { name: "consent.withdrawn", scope: "whole", route: "phone", actor: { kind: "staff", id: staffId } },
    { name: "duty.owed" },
    { name: "duty.owed" },
  ]);
});

test("its document names who noted it and the route, not a signer, and the patient is owed word of it", async () => {
  const { made, input, first } = await makeAnswered();
  const { withdrawalId } = await recordWithdrawal(made.therapist, {
    ...input,
    itemIds: [first],
    route: "in-person",
  });
  const { record } = await readPractice(made.system, (tx) =>
    buildRecord(tx, made.system, withdrawalId, uuid()),
  );
  expect(record).toMatchObject({
    meaning: "withdraws",
    signer: { printedName: null, capacity: null },
    notedBy: { staffId: made.therapist.staffId, name: "Test therapist" },
    evidence: { mark: "spoken", route: "in-person" },
    withdrawal: { itemIds: [first] },
  });
  expect(await sealDocument(made.system, withdrawalId)).toBe("sealed");
  const owed = await readPractice(made.system, (tx) => tx.select({ kind: messages.kind }).from(messages));
  expect(owed.filter(({ kind }) => kind === "withdrawal-confirmed")).toHaveLength(1);
  const { length: size } = await trailOf(made.practice.id);
  expect(await verifyFacts(made.system, { size, withFiles: true })).toMatchObject({ ok: true });
});

test("a record of a button carries nobody who noted it", async () => {
  const { made, ctx, answerId } = await makeAnswered();
  const { withdrawalId } = await withdrawAnswer(ctx, { answerId, itemIds: null });
  const { record } = await readPractice(made.system, (tx) =>
    buildRecord(tx, made.system, withdrawalId, uuid()),
  );
  expect(record).not.toHaveProperty("notedBy");
});

test("what was taken back before, or is unknown, is refused by name", async () => {
  const { made, input } = await makeAnswered();
  await recordWithdrawal(made.office, input);
  const again = recordWithdrawal(made.owner, input);
  await expect(again).rejects.toMatchObject({ reason: "already-withdrawn" });
  const unknown = recordWithdrawal(made.owner, { ...input, itemIds: [input.answerId] });
  await expect(unknown).rejects.toMatchObject({ reason: "item-unknown" });
});

test("another practice does not find the answer", async () => {
  const { input } = await makeAnswered();
  const { owner } = await makePractice();
  await expect(recordWithdrawal(owner, input)).rejects.toBeInstanceOf(NotFound);
});

test("of the patient's press and the note of it at once, one counts", async () => {
  const { made, ctx, input, answerId } = await makeAnswered();
  const both = [recordWithdrawal(made.therapist, input), withdrawAnswer(ctx, { answerId, itemIds: null })];
  const outcomes = (await Promise.allSettled(both)).map(({ status }) => status);
  expect(outcomes.toSorted()).toEqual(["fulfilled", "rejected"]);
});
