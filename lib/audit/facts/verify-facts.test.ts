import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { type MadePractice, makeDisclosure, trailOf } from "@/db/factories";
import { checkTrail } from "@/lib/audit/check-trail";
import { recordEvent } from "@/lib/audit/record-event";
import { verifyStoredTrail } from "@/lib/audit/verify-stored-trail";
import { answerRequest } from "@/lib/consents/answer-request";
import { answerTo, ask, makeAsked } from "@/lib/consents/consents.fixture";
import { withdrawAnswer } from "@/lib/consents/withdraw-answer";
import { sealDocument } from "@/lib/documents/seal-document";
import { inPractice } from "@/lib/in-practice";
import { testDatabase } from "@/test/database";
import { verifyFacts } from "./verify-facts";

const { superuserUrl } = await testDatabase();
const superuser = postgres(superuserUrl, { max: 1, onnotice: () => {} });
const tables = [
  ...["version_texts", "item_texts", "items", "versions", "answers", "answer_items", "withdrawals"],
  ...["withdrawal_items", "documents", "document_files", "event_details", "patients"],
];
afterAll(async () => {
  await superuser.end();
  await closeDatabase();
});

let made: MadePractice;
/** The entry of each fact: two answers sealed, the second taken back, a third not sealed yet. */
const entry: Record<string, number> = {};
const id: Record<string, string> = {};

beforeAll(async () => {
  const asked = await makeAsked();
  const { ctx, patient } = asked;
  made = asked.made;
  const sealAnswer = (answerId: string) => sealDocument(made.system, { answerId, withdrawalId: null });

  id.sealed = (await answerRequest(ctx, asked.input)).answerId;
  await sealAnswer(id.sealed);
  const second = await makeDisclosure(made);
  const secondRequest = await ask(made, ctx, patient.id, second.disclosure.id);
  id.takenBack = (await answerRequest(ctx, answerTo(secondRequest, second))).answerId;
  const { withdrawalId } = await withdrawAnswer(ctx, { answerId: id.takenBack, itemIds: null });
  id.withdrawal = withdrawalId;
  await sealDocument(made.system, { answerId: null, withdrawalId });
  const third = await makeDisclosure(made);
  const thirdRequest = await ask(made, ctx, patient.id, third.disclosure.id);
  id.unsealed = (await answerRequest(ctx, answerTo(thirdRequest, third))).answerId;
  await inPractice(made.owner, (tx) =>
    recordEvent(
      tx,
      made.owner,
      { name: "patient.edited", patient: patient.id, changed: ["calledName"] },
      { calledName: "Anita" },
    ),
  );

  const trail = await trailOf(made.practice.id);
  const where = (fits: (event: Record<string, unknown>) => boolean) => trail.findIndex(fits);
  entry.published = where(({ versionId }) => versionId === asked.text.version.id);
  entry.sealed = where(({ answerId }) => answerId === id.sealed);
  entry.takenBack = where(({ answerId, name }) => answerId === id.takenBack && name === "consent.given");
  entry.withdrawal = where(({ name }) => name === "consent.withdrawn");
  entry.unsealed = where(({ answerId }) => answerId === id.unsealed);
  entry.document = where(({ name }) => name === "document.sealed");
  entry.details = where(({ details }) => details !== undefined);
  entry.last = trail.length - 1;
  for (const table of tables) await superuser.unsafe(`create table kept_${table} as table ${table}`);
});

/** As only a superuser can, until `restore`. */
async function tamper(statement: string) {
  await superuser.unsafe(`set session_replication_role = replica; ${statement}`);
}

async function restore() {
  for (const table of tables)
    await superuser.unsafe(
      `set session_replication_role = replica; delete from ${table}; insert into ${table} table kept_${table}`,
    );
}

async function verdict(withFiles = true) {
  const trail = await verifyStoredTrail(made.owner);
  if (!trail.ok) throw new Error(`the trail itself does not hold: ${trail.sentence}`);
  return verifyFacts(made.owner, { size: trail.size, withFiles });
}

it("what nobody touched holds, and is counted", async () => {
  expect(await verdict()).toEqual({
    ok: true,
    texts: 3,
    answers: 3,
    withdrawals: 1,
    files: 2,
    erasedDetails: 0,
  });
  expect(await verdict(false)).toMatchObject({ ok: true, files: null });
});

it("details that were erased are counted, and everything holds all the same", async () => {
  await tamper("delete from event_details");
  expect(await verdict()).toMatchObject({ ok: true, erasedDetails: 1 });
  await restore();
});

describe("what a superuser changes beside the trail is found, and where", () => {
  type Tamper = [what: string, where: string, reason: string, statement: (key: typeof id) => string];
  const tampers: Tamper[] = [
    [
      "a yes is made of a no",
      "unsealed",
      "answer",
      ({ unsealed }) => `update answer_items set answer = 'yes' where answer_id = '${unsealed}'`,
    ],
    [
      "yes and no are exchanged, so that their number is the same",
      "sealed",
      "answer",
      ({
        sealed,
      }) => `update answer_items set answer = (case answer when 'yes' then 'no' else 'yes' end)::yes_or_no
        where answer_id = '${sealed}'`,
    ],
    [
      "a use is taken out of an answer",
      "unsealed",
      "answer",
      ({ unsealed }) => `delete from answer_items where answer_id = '${unsealed}' and answer = 'no'`,
    ],
    [
      "an answer is dated back by a day",
      "unsealed",
      "answer",
      ({ unsealed }) =>
        `update answers set answered_at = answered_at - interval '1 day' where id = '${unsealed}'`,
    ],
    [
      "a sealed answer is dated back by a second",
      "sealed",
      "answer",
      ({ sealed }) =>
        `update answers set answered_at = answered_at - interval '1 second' where id = '${sealed}'`,
    ],
    [
      "an answer is deleted",
      "unsealed",
      "answer",
      ({ unsealed }) => `delete from answer_items where answer_id = '${unsealed}';
        delete from answers where id = '${unsealed}'`,
    ],
    [
      "an answer is given to a later version",
      "sealed",
      "answer",
      ({ sealed, unsealed }) => `update answers set version_id =
        (select version_id from answers where id = '${unsealed}') where id = '${sealed}'`,
    ],
    [
      "somebody else is said to have signed",
      "sealed",
      "answer",
      ({ sealed }) => `update answers set capacity = 'guardian' where id = '${sealed}'`,
    ],
    [
      "the fingerprint an answer names is changed",
      "unsealed",
      "answer",
      ({ unsealed }) => `update answers set text_sha256 = repeat('0', 64) where id = '${unsealed}'`,
    ],
    [
      "an answer is slipped in",
      "last",
      "untold",
      ({
        sealed,
      }) => `insert into answers select practice_id, gen_random_uuid(), gen_random_uuid(), patient_id,
        disclosure_id, version_id, language, text_sha256, answered_at, answered_by, capacity, route
        from answers where id = '${sealed}'`,
    ],
    ["a withdrawal is deleted", "withdrawal", "withdrawal", () => "delete from withdrawals"],
    [
      "a withdrawal loses a use",
      "withdrawal",
      "withdrawal",
      () => "delete from withdrawal_items where id = (select id from withdrawal_items limit 1)",
    ],
    [
      "a withdrawal is made later",
      "withdrawal",
      "withdrawal",
      () => "update withdrawals set withdrawn_at = withdrawn_at + interval '1 day'",
    ],
    [
      "a withdrawal is made earlier by a second",
      "withdrawal",
      "withdrawal",
      () => "update withdrawals set withdrawn_at = withdrawn_at - interval '1 second'",
    ],
    [
      "a withdrawal is moved to another answer",
      "withdrawal",
      "withdrawal",
      ({ sealed }) => `update withdrawals set answer_id = '${sealed}'`,
    ],
    [
      "the body of a published text is changed",
      "published",
      "text",
      () => "update version_texts set body = body || ' And more.' where language = 'es'",
    ],
    [
      "the body of a published text is changed with its fingerprint",
      "published",
      "text",
      () =>
        "update version_texts set body = body || ' More.', text_sha256 = repeat('1', 64) where language = 'en'",
    ],
    [
      "what a use is for is changed",
      "published",
      "text",
      () => "update item_texts set what_for = 'anything' where language = 'en'",
    ],
    ["a use is said to be optional", "published", "text", () => "update items set required = not required"],
    [
      "a language is taken away",
      "published",
      "text",
      () => "delete from version_texts where language = 'es'",
    ],
    [
      "a version is given another number",
      "published",
      "text",
      () => "update versions set number = number + 1",
    ],
    [
      "a version is said to have been in effect earlier",
      "published",
      "text",
      () => "update versions set effective_from = effective_from - interval '1 year'",
    ],
    [
      "details are forged",
      "details",
      "details",
      () => `update event_details set details = '{"calledName":"X"}'`,
    ],
    ["details get another salt", "details", "details", () => "update event_details set salt = sha256(salt)"],
    ["a file is deleted", "document", "file", () => "delete from document_files"],
    ["a document is deleted", "document", "file", () => "delete from documents"],
    [
      "the files of two documents are exchanged",
      "document",
      "file",
      () => `update document_files f set sealed = (select sealed from document_files o where o.id <> f.id)`,
    ],
    [
      "a document is given another fingerprint",
      "document",
      "file",
      () => "update documents set sha256 = repeat('2', 64)",
    ],
  ];

  it.each(tampers)("%s", async (_, where, reason, statement) => {
    await tamper(statement(id));
    const found = await verdict();
    await restore();
    expect(found).toMatchObject({ ok: false, seq: entry[where], reason });
    expect(found.ok ? "" : found.sentence).toMatch(
      new RegExp(`entry ${entry[where]}\\b|up to ${entry[where]}`),
    );
    expect(await verdict()).toMatchObject({ ok: true });
  });
});

it("the desk's check finds it too, without opening the files", async () => {
  await tamper(`delete from answer_items where answer_id = '${id.unsealed}'`);
  expect(await checkTrail(made.auditor)).toEqual({ holds: false, seq: entry.unsealed, reason: "answer" });
  await restore();
  expect(await checkTrail(made.auditor)).toMatchObject({ holds: true });
});
