import { eq } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import { closeDatabase } from "@/db/client";
import { documents, messages, sealFailures } from "@/db/schema";
import { answerRequest } from "@/lib/answers/answer-request";
import { type Asked, answerTo, ask, makeAsked } from "@/lib/consents/consents.fixture";
import type { SystemContext } from "@/lib/context";
import { NotFound, Refused } from "@/lib/errors";
import { readPractice } from "@/lib/in-practice";
import { listTrail } from "@/lib/screens/desk/trail";
import { safeError } from "@/server/log";
import { ownDatabase } from "@/test/database";
import { makeDisclosure, makePractice } from "@/test/factories";
import { listFailingSeals } from "./failing-seals";
import { retrySealing } from "./retry-sealing";
import { sealDocument } from "./seal-document";
import { sealOwedDocuments } from "./seal-owed-documents";

const { asSuperuser } = await ownDatabase();
afterAll(closeDatabase);

const untilDone = new AbortController().signal;

async function makeAnswered() {
  const asked = await makeAsked();
  const { answerId } = await answerRequest(asked.ctx, asked.input);
  return { ...asked, answerId };
}

async function kindsOwed(ctx: SystemContext, patientId: string) {
  const owed = await readPractice(ctx, (tx) =>
    tx.select({ kind: messages.kind }).from(messages).where(eq(messages.patientId, patientId)),
  );
  return owed.map(({ kind }) => kind).sort();
}

function listSealed({ made }: Pick<Asked, "made">) {
  return readPractice(made.system, (tx) => tx.select().from(documents));
}

async function eventNames({ made }: Pick<Asked, "made">) {
  const asked = { timeZone: "UTC", most: 200 };
  const { entries } = await readPractice(made.owner, (tx) => listTrail(tx, made.owner, asked, "en"));
  return entries.map(({ name }) => name).filter((name) => name.startsWith("document."));
}

async function makeFailing() {
  const answered = await makeAnswered();
  const { answerId } = answered;
  const damage = `set sealed = overlay(sealed placing '\\xff'::bytea from 20) where signature_id = '${answerId}'`;
  await asSuperuser(
    `create table if not exists undamaged as table signature_evidence;
     insert into undamaged select * from signature_evidence where signature_id = '${answerId}';
     update signature_evidence ${damage}`,
  );
  await sealOwedDocuments(untilDone);
  const failing = await readPractice(answered.made.owner, (tx) => listFailingSeals(tx, answered.made.owner));
  return { ...answered, failing };
}

function repair(answerId: string) {
  return asSuperuser(
    `update signature_evidence e set sealed = u.sealed from undamaged u
      where u.id = e.id and e.signature_id = '${answerId}'`,
  );
}

test("an answer gets one document, its file, an event and a message", async () => {
  const answered = await makeAnswered();
  expect(await sealDocument(answered.made.system, answered.answerId)).toBe("sealed");
  expect(await sealDocument(answered.made.system, answered.answerId)).toBe("left");

  const [document, ...others] = await listSealed(answered);
  expect(others).toEqual([]);
  expect(document).toMatchObject({ signatureId: answered.answerId, level: "B-B" });
  expect(await eventNames(answered)).toEqual(["document.sealed"]);
  expect(await kindsOwed(answered.made.system, answered.patient.id)).toEqual(["copy-ready", "question"]);
});

test("two workers at the same answer make one document", async () => {
  const answered = await makeAnswered();
  const both = [1, 2].map(() => sealDocument(answered.made.system, answered.answerId));
  expect((await Promise.all(both)).sort()).toEqual(["left", "sealed"]);
  expect(await listSealed(answered)).toHaveLength(1);
});

test("a text altered after it was published gets no document", async () => {
  const { made, answerId } = await makeAnswered();
  const ofAnswer = `version_id = (select version_id from answers where id = '${answerId}')`;
  await asSuperuser(`update version_texts set body = body || ' More.' where ${ofAnswer}`);
  await expect(sealDocument(made.system, answerId)).rejects.toThrow(/is not the text that answer/);
});

test("another practice cannot seal it", async () => {
  const { answerId } = await makeAnswered();
  const other = await makePractice();
  await expect(sealDocument(other.system, answerId)).rejects.toThrow(NotFound);
});

test("whatever is owed anywhere is sealed, each once, under one key a practice", async () => {
  await sealOwedDocuments(untilDone);
  const [first, second] = [await makeAnswered(), await makeAnswered()];
  const { made, ctx, patient } = first;
  const text = await makeDisclosure(made);
  await answerRequest(ctx, answerTo(await ask(made, ctx, patient.id, text.disclosure.id), text));
  expect(await sealOwedDocuments(untilDone)).toBe(3);
  expect(await sealOwedDocuments(untilDone)).toBe(0);
  const sealed = await listSealed(first);
  expect(sealed).toHaveLength(2);
  expect(new Set(sealed.map(({ sealKeyId }) => sealKeyId)).size).toBe(1);
  expect(await listSealed(second)).toHaveLength(1);
});

test("a failure is kept and told once, stops nobody else, and is tried again after a pause", async () => {
  const failed = await makeFailing();
  expect(failed.failing).toHaveLength(1);
  const other = await makeAnswered();
  expect(await sealOwedDocuments(untilDone)).toBe(1);
  expect(await listSealed(other)).toHaveLength(1);
  expect(await eventNames(failed)).toEqual(["document.seal-failed"]);

  await repair(failed.answerId);
  expect(await sealOwedDocuments(untilDone)).toBe(0);
  await asSuperuser("update seal_failures set next_try_at = clock_timestamp()");
  expect(await sealOwedDocuments(untilDone)).toBe(1);
  expect(await eventNames(failed)).toEqual(["document.sealed", "document.seal-failed"]);
});

test("what fails is in the log with its cause at once, and without whose it is", async () => {
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  const { answerId: signatureId, made, patient, failing } = await makeFailing();
  const [words, cause] = said.mock.lastCall ?? [];
  said.mockRestore();
  expect(words).toBe(
    `the copy of signature ${signatureId} of practice ${made.practice.id} could not be locked`,
  );
  expect(cause).toHaveProperty("message", failing[0]?.cause);
  expect(`${words} ${JSON.stringify(safeError(cause))}`).not.toContain(patient.legalName);
});

test("the pause doubles with every failure", async () => {
  const failed = await makeFailing();
  await asSuperuser("update seal_failures set next_try_at = clock_timestamp()");
  await sealOwedDocuments(untilDone);
  const rows = await readPractice(failed.made.system, (tx) => tx.select().from(sealFailures));
  const pauses = rows.map(({ failedAt, nextTryAt }) => (nextTryAt.getTime() - failedAt.getTime()) / 60_000);
  expect(pauses.at(-1)).toBe(2);
});

test("staff can have it tried now; two clicks are one asking", async () => {
  const failed = await makeFailing();
  const { owner } = failed.made;
  const failureId = failed.failing[0]?.id ?? "";
  await repair(failed.answerId);
  await Promise.all([retrySealing(owner, failureId), retrySealing(owner, failureId)]);
  expect(await eventNames(failed)).toEqual(["document.seal-retried", "document.seal-failed"]);
  expect(await sealOwedDocuments(untilDone)).toBe(1);
});

test("who may not, and who is of another practice, cannot have it tried", async () => {
  const failed = await makeFailing();
  const failureId = failed.failing[0]?.id ?? "";
  await expect(retrySealing(failed.made.auditor, failureId)).rejects.toThrow(Refused);
  await expect(retrySealing((await makePractice()).owner, failureId)).rejects.toThrow(NotFound);
  expect(await eventNames(failed)).toEqual(["document.seal-failed"]);
});
