import { createServer } from "node:http";
import postgres from "postgres";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { documents, sealKeys } from "@/db/schema";
import { answerRequest } from "@/lib/answers/answer-request";
import { answerTo, ask, makeAsked } from "@/lib/consents/consents.fixture";
import type { SystemContext } from "@/lib/context";
import { readPractice } from "@/lib/in-practice";
import { listen } from "@/lib/seal/time-service.fixture";
import { testDatabase } from "@/test/database";
import { makeDisclosure, trailOf } from "@/test/factories";
import { sealDocument } from "./seal-document";

const { asSuperuser, superuserUrl } = await testDatabase();
const superuser = postgres(superuserUrl, { max: 1, onnotice: () => {} });
afterAll(async () => {
  await superuser.end();
  await closeDatabase();
});

// The time service is asked in the middle of sealing: what happens there happens meanwhile.
let meanwhile = async () => {};
beforeEach(() => {
  meanwhile = async () => {};
});
const timeService = await listen(
  createServer(async (_, response) => {
    await meanwhile();
    response.writeHead(500).end();
  }),
);
process.env.TSA_URL = timeService.url;
afterAll(timeService.stop);

async function makeAnswered() {
  const asked = await makeAsked();
  const { answerId } = await answerRequest(asked.ctx, asked.input);
  return { ...asked, answerId, system: asked.made.system };
}

const sealedIn = (system: SystemContext) =>
  readPractice(system, (tx) => tx.select({ id: documents.id, sha256: documents.sha256 }).from(documents));

const sealedEntries = async ({ practiceId }: SystemContext) =>
  (await trailOf(practiceId)).filter(({ name }) => name === "document.sealed");

// Who answers holds the list's row of their word before the trail's head, and who seals the head before that row.
test("an answer that is being given to another question keeps no copy from being sealed", async () => {
  const { system, answerId } = await makeAnswered();
  await superuser`begin`;
  await superuser`update work.owed set due_at = due_at where kind = 'word' and practice_id = ${system.practiceId}`;
  expect(await sealDocument(system, answerId)).toBe("sealed");
  await superuser`commit`;
});

test("while it is drawn and stamped nothing of the database is held but the claim", async () => {
  const { system, answerId } = await makeAnswered();
  let held: postgres.Row[] = [];
  meanwhile = async () => {
    held = await superuser`
      select l.locktype, a.backend_xid, a.backend_xmin
        from pg_stat_activity a join pg_locks l using (pid)
       where a.datname = current_database() and a.usename = 'candor_app' and l.locktype <> 'virtualxid'`;
  };
  expect(await sealDocument(system, answerId)).toBe("sealed");
  expect(held).toEqual([{ locktype: "advisory", backend_xid: null, backend_xmin: null }]);
});

test("another worker leaves alone what is being stamped", async () => {
  const { system, answerId } = await makeAnswered();
  const others: string[] = [];
  meanwhile = async () => {
    others.push(await sealDocument(system, answerId));
  };
  expect(await sealDocument(system, answerId)).toBe("sealed");
  expect(others).toEqual(["left"]);
});

test("a document that is there first stays the only one", async () => {
  const { system, answerId } = await makeAnswered();
  meanwhile = () =>
    asSuperuser(`insert into documents (practice_id, id, patient_id, signature_id, seal_key_id, sha256, byte_size, level, sealed_at)
      select s.practice_id, gen_random_uuid(), s.patient_id, s.id, k.id, 'the first', 1, 'B-B', s.signed_at
        from signatures s join seal_keys k using (practice_id) where s.id = '${answerId}'`);
  expect(await sealDocument(system, answerId)).toBe("left");
  expect(await sealedIn(system)).toMatchObject([{ sha256: "the first" }]);
  expect(await sealedEntries(system)).toEqual([]);
});

test("a text altered while it is drawn gets no document", async () => {
  const { system, answerId } = await makeAnswered();
  const ofAnswer = `version_id = (select version_id from answers where id = '${answerId}')`;
  meanwhile = () => asSuperuser(`update version_texts set body = body || ' More.' where ${ofAnswer}`);
  await expect(sealDocument(system, answerId)).rejects.toThrow(/is not the text that answer/);
  expect(await sealedIn(system)).toEqual([]);
});

test("what is no longer as it was drawn is left, and drawn anew at the next look", async () => {
  const { system, answerId } = await makeAnswered();
  meanwhile = () => asSuperuser(`update answers set capacity = 'guardian' where id = '${answerId}'`);
  expect(await sealDocument(system, answerId)).toBe("left");
  expect(await sealedIn(system)).toEqual([]);
  expect(await sealDocument(system, answerId)).toBe("sealed");
});

test("two at once make a practice's first seal key once", async () => {
  const { system, answerId, made, ctx, patient } = await makeAnswered();
  const text = await makeDisclosure(made);
  const requestId = await ask(made, ctx, patient.id, text.disclosure.id);
  const other = await answerRequest(ctx, answerTo(requestId, text));
  await Promise.all([answerId, other.answerId].map((id) => sealDocument(system, id)));
  expect(await sealedIn(system)).toHaveLength(2);
  expect(await readPractice(system, (tx) => tx.select({ id: sealKeys.id }).from(sealKeys))).toHaveLength(1);
  const told = (await trailOf(system.practiceId)).filter(({ name }) => name === "seal-key.made");
  expect(told).toHaveLength(1);
});
