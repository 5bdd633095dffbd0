import { and, eq } from "drizzle-orm";
import { afterAll, expect, test, vi } from "vitest";
import { closeDatabase } from "@/db/client";
import { messages } from "@/db/schema";
import { answerRequest } from "@/lib/answers/answer-request";
import { answerTo } from "@/lib/consents/consents.fixture";
import { listRequestFacts } from "@/lib/consents/request-facts";
import { sealOwedDocuments } from "@/lib/documents/seal-owed-documents";
import { readPractice } from "@/lib/in-practice";
import { askPatients } from "@/lib/requests/ask-patients";
import { ownDatabase } from "@/test/database";
import { makeDisclosure, makePatient, makePractice } from "@/test/factories";
import { oweCopyMails } from "./owe-copy-mails";

const { asSuperuser } = await ownDatabase();
afterAll(closeDatabase);
const untilDone = new AbortController().signal;

/** A patient asked for three texts at once who answered the first two, both sealed, so many minutes ago. */
async function stopped(minutesAgo: number) {
  const made = await makePractice();
  const { patient, ctx } = await makePatient(made);
  const texts = [await makeDisclosure(made), await makeDisclosure(made), await makeDisclosure(made)];
  const disclosureIds = texts.map(({ disclosure }) => disclosure.id);
  await askPatients(made.therapist, { patientIds: [patient.id], disclosureIds, dueOn: null });
  const facts = await readPractice(ctx, (tx) => listRequestFacts(tx, ctx, [patient.id]));
  const answer = async (index: number) => {
    const text = texts[index];
    const request = facts.find(({ disclosureId }) => disclosureId === text?.disclosure.id);
    if (text && request) await answerRequest(ctx, answerTo(request.id, text));
  };
  await answer(0);
  await answer(1);
  await sealOwedDocuments(untilDone);
  await asSuperuser(`update answers set answered_at = answered_at - interval '${minutesAgo} minutes'
    where patient_id = '${patient.id}'`);
  const words = async () => {
    const owed = await readPractice(made.system, (tx) =>
      tx
        .select({ to: messages.toAddress, landing: messages.landing })
        .from(messages)
        .where(and(eq(messages.patientId, patient.id), eq(messages.kind, "copy-ready"))),
    );
    return owed.length;
  };
  return { made, patient, answer, words };
}

test("who stopped before the last text gets word of the copies after an hour, once", async () => {
  const { words } = await stopped(61);
  expect(await words()).toBe(0);
  await Promise.all([oweCopyMails(untilDone), oweCopyMails(untilDone)]);
  expect(await words()).toBe(1);
  expect(await oweCopyMails(untilDone)).toBe(0);
  expect(await words()).toBe(1);
});

test("nobody gets it within the hour, nor while they go on answering", async () => {
  const early = await stopped(59);
  const { words, answer } = await stopped(61);
  await answer(2);
  expect(await oweCopyMails(untilDone)).toBe(0);
  expect([await early.words(), await words()]).toEqual([0, 0]);
  await sealOwedDocuments(untilDone);
  expect(await words()).toBe(1);
});

test("what is answered after that is told of anew", async () => {
  const { words, answer } = await stopped(61);
  await oweCopyMails(untilDone);
  await answer(2);
  await sealOwedDocuments(untilDone);
  expect(await words()).toBe(2);
});

test("who has no address, and what is a month old, is left alone", async () => {
  const old = await stopped(31 * 24 * 60);
  const { patient, words } = await stopped(61);
  await asSuperuser(`update patients set email = null, mailbox_of = null where id = '${patient.id}'`);
  expect(await oweCopyMails(untilDone)).toBe(0);
  expect([await old.words(), await words()]).toEqual([0, 0]);
});

test("one patient for whom it fails does not keep the others from getting it", async () => {
  const { patient, words } = await stopped(62);
  await asSuperuser(`update patients set email = 'nobody@patients.test' where id = '${patient.id}'`);
  const other = await stopped(61);
  const logged = vi.spyOn(console, "error").mockImplementation(() => {});
  expect(await oweCopyMails(untilDone)).toBe(1);
  expect(logged).toHaveBeenCalledOnce();
  logged.mockRestore();
  expect([await words(), await other.words()]).toEqual([0, 1]);
});
