import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { answerRequest } from "@/lib/answers/answer-request";
import { checkTrail } from "@/lib/audit/check-trail";
import { recordEvent } from "@/lib/audit/record-event";
import { signTrail } from "@/lib/audit/sign-checkpoint";
import { verifyStoredTrail } from "@/lib/audit/verify-stored-trail";
import { answerTo, ask, makeAsked } from "@/lib/consents/consents.fixture";
import { sealDocument } from "@/lib/documents/seal-document";
import { inPractice } from "@/lib/in-practice";
import { acknowledgeTradeOff } from "@/lib/trade-offs/acknowledge-trade-off";
import { makeAgreed, signatureOf } from "@/lib/trade-offs/trade-offs.fixture";
import { withdrawAnswer } from "@/lib/withdrawals/withdraw-answer";
import { ownDatabase } from "@/test/database";
import { type MadePractice, makeDisclosure, trailOf } from "@/test/factories";
import { acknowledgementTampers } from "./acknowledgements.tampers.fixture";
import { type Column, changeOf } from "./changed-columns.fixture";
import { changedByHand, notCovered } from "./not-covered.fixture";
import { noteAfterwards, takeBackAndPutBack } from "./noted.fixture";
import { notedTampers } from "./noted.tampers.fixture";
import { signatureTampers } from "./signatures.tampers.fixture";
import { tampers } from "./tampers.fixture";
import { verifyFacts } from "./verify-facts";

const { asSuperuser, superuserUrl } = await ownDatabase();
const tables = [
  ...["version_texts", "item_texts", "items", "versions", "answers", "answer_items", "withdrawals"],
  ...["withdrawal_items", "documents", "document_files", "event_details", "patients"],
  ...["answer_corrections", "notice_endings", "duties", "duty_completions", "put_backs"],
  ...["earlier_agreements", "earlier_agreement_files", "acknowledgements", "signatures"],
  ...["seal_keys", "disclosures"],
];
const evidence = [
  ...tables.filter((table) => table !== "patients"),
  ...["events", "audit_heads", "checkpoints", "checkpoint_keys"],
  ...["requests", "signature_evidence"],
];
const kept = [...new Set([...tables, ...evidence])];
const superuser = postgres(superuserUrl, { max: 1 });
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
  const sealAnswer = (answerId: string) => sealDocument(made.system, answerId);

  id.sealed = (await answerRequest(ctx, asked.input)).answerId;
  await sealAnswer(id.sealed);
  const second = await makeDisclosure(made);
  const secondRequest = await ask(made, ctx, patient.id, second.disclosure.id);
  id.takenBack = (await answerRequest(ctx, answerTo(secondRequest, second))).answerId;
  const { withdrawalId } = await withdrawAnswer(ctx, { answerId: id.takenBack, itemIds: null });
  id.withdrawal = withdrawalId;
  await sealDocument(made.system, withdrawalId);
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

  await noteAfterwards(made, patient.id, id.takenBack);
  const agreed = await makeAgreed(asked);
  const { acknowledgementId } = await acknowledgeTradeOff(ctx, await signatureOf(agreed));
  await sealDocument(made.system, acknowledgementId);

  await takeBackAndPutBack(made);

  await signTrail(made.system);
  const trail = await trailOf(made.practice.id);
  const where = (fits: (event: Record<string, unknown>) => boolean) => trail.findIndex(fits);
  entry.published = where(({ versionId }) => versionId === asked.text.version.id);
  entry.sealed = where(({ answerId }) => answerId === id.sealed);
  entry.takenBack = where(({ answerId, name }) => answerId === id.takenBack && name === "consent.given");
  entry.withdrawal = where(({ name }) => name === "consent.withdrawn");
  entry.unsealed = where(({ answerId }) => answerId === id.unsealed);
  entry.document = where(({ name }) => name === "document.sealed");
  entry.details = where(({ details }) => details !== undefined);
  entry.corrected = where(({ name }) => name === "consent.corrected");
  entry.ended = where(({ name }) => name === "notice.ended");
  entry.owed = where(({ name, kind }) => name === "duty.owed" && kind === "stop-recording");
  entry.done = where(({ name }) => name === "duty.done");
  entry.agreed = where(({ name }) => name === "agreement.noted");
  entry.known = where(({ name }) => name === "platform-request.acknowledged");
  entry.putBack = where(({ name }) => name === "consent.put-back");
  entry.last = trail.length - 1;
  await asSuperuser(kept.map((table) => `create table kept_${table} as table ${table}`).join(";"));
});

async function restore(changed = kept) {
  await asSuperuser(
    changed.map((table) => `delete from ${table}; insert into ${table} table kept_${table}`).join(";"),
  );
}

async function columnsOf(table: string): Promise<Column[]> {
  return superuser<
    Column[]
  >`select column_name as name, udt_name as type, data_type = 'USER-DEFINED' as "isEnum"
    from information_schema.columns where table_schema = 'public' and table_name = ${table}`;
}

/** Not where the database itself refuses such a value, even to a superuser. */
async function isChanged(statement: string): Promise<boolean> {
  return asSuperuser(statement).then(
    () => true,
    () => false,
  );
}

async function verdict(withFiles = true) {
  const trail = await verifyStoredTrail(made.owner);
  if (!trail.ok) throw new Error(`the trail itself does not hold: ${trail.says.en}`);
  return verifyFacts(made.owner, { size: trail.size, withFiles });
}

it("what nobody touched holds, and is counted", async () => {
  expect(await verdict()).toEqual({
    ok: true,
    texts: 5,
    answers: 4,
    withdrawals: 2,
    files: 3,
    erasedDetails: 0,
  });
  expect(await verdict(false)).toMatchObject({ ok: true, files: null });
});

it("details that were erased are counted, and everything holds all the same", async () => {
  await asSuperuser("delete from event_details");
  expect(await verdict()).toMatchObject({ ok: true, erasedDetails: 2 });
  await restore();
});

describe("what a superuser changes beside the trail is found, and where", () => {
  it.each([...tampers, ...notedTampers, ...acknowledgementTampers, ...signatureTampers])(
    "%s",
    async (_, where, reason, statement) => {
      await asSuperuser(statement(id));
      const found = await verdict();
      await restore();
      expect(found).toMatchObject({ ok: false, seq: entry[where], reason });
      expect(found.ok ? "" : found.sentence).toMatch(
        new RegExp(`entry ${entry[where]}\\b|up to ${entry[where]}`),
      );
      expect(await verdict()).toMatchObject({ ok: true });
    },
  );
});

it("a document vouches for its entry: one rewritten with everything after it is found", async () => {
  const turnLeaf = `update events set leaf = reverse(leaf) where seq = ${entry.sealed}`;
  await asSuperuser(turnLeaf);
  const found = await verifyFacts(made.owner, { size: (entry.last ?? 0) + 1, withFiles: true });
  await asSuperuser(turnLeaf);
  expect(found).toMatchObject({ ok: false, seq: entry.sealed, reason: "hash" });
});

it("the desk's check finds it too, without opening the files", async () => {
  await asSuperuser(`delete from answer_items where answer_id = '${id.unsealed}'`);
  expect(await checkTrail(made.auditor)).toEqual({ holds: false, seq: entry.unsealed, reason: "answer" });
  await restore();
  expect(await checkTrail(made.auditor)).toMatchObject({ holds: true });
});

describe("of each column that evidence rests on it is found when it is changed, or is said why not", () => {
  it.each(evidence)("%s", async (table) => {
    const unseen: string[] = [];
    const unchanged: string[] = [];
    for (const column of await columnsOf(table)) {
      if (!(await isChanged(changeOf(table, column)))) {
        unchanged.push(column.name);
        continue;
      }
      const trail = await verifyStoredTrail(made.owner);
      const found = trail.ok ? await verifyFacts(made.owner, { size: trail.size, withFiles: true }) : trail;
      await restore([table]);
      if (found.ok) unseen.push(column.name);
    }
    expect(unseen.toSorted()).toEqual(Object.keys(notCovered[table] ?? {}).toSorted());
    expect(unchanged).toEqual(changedByHand[table] ?? []);
  });
});
