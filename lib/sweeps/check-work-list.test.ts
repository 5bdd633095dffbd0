import postgres from "postgres";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { closeDatabase } from "@/db/client";
import { answerRequest } from "@/lib/answers/answer-request";
import { makeAsked } from "@/lib/consents/consents.fixture";
import { sealOwedDocuments } from "@/lib/documents/seal-owed-documents";
import { sendOwedMessages } from "@/lib/messages/send-owed-messages";
import { ownDatabase } from "@/test/database";
import { checkWorkList } from "./check-work-list";
import { sweeps } from "./sweeps";

const { superuserUrl, asSuperuser } = await ownDatabase();
const superuser = postgres(superuserUrl, { max: 1, onnotice: () => {} });
const still = new AbortController().signal;
const said = vi.spyOn(console, "error").mockImplementation(() => {});
afterEach(() => said.mockClear());
afterAll(async () => {
  said.mockRestore();
  await superuser.end();
  await closeDatabase();
});

/** Also at night, when they would wait for the morning. */
const leaveAtOnce = () => asSuperuser("update messages set not_before = null");
/** What the list has that the full look does not find, and the other way round. */
const differences = () => superuser`
  (select 'only on the list' as where, kind, practice_id, id from work.owed
   except select 'only on the list', kind, practice_id, id from work.missing(null))
  union all
  (select 'missing', kind, practice_id, id from work.missing(null)
   except select 'missing', kind, practice_id, id from work.owed)`;
const onList = async () =>
  (await superuser`select kind from work.owed order by kind`).map(({ kind }) => String(kind));

test("from asking to sealing the list has what the full look finds, and nothing else", async () => {
  const { ctx, input } = await makeAsked();
  expect(await onList()).toContain("message");
  expect(await differences()).toEqual([]);
  await leaveAtOnce();
  expect(await differences()).toEqual([]);
  await sendOwedMessages(still, async () => ({ state: "delivered" }));
  expect(await onList()).toContain("reminder");
  expect(await differences()).toEqual([]);
  await answerRequest(ctx, input);
  expect(await onList()).not.toContain("reminder");
  expect(await onList()).toEqual(expect.arrayContaining(["document", "word", "checkpoint"]));
  expect(await differences()).toEqual([]);
  for (const { run } of sweeps) await run(still);
  expect(await differences()).toEqual([]);
  expect(await onList()).not.toContain("document");
});

test.each([["refused"], ["unreachable"]] as const)(
  "a message that was %s stays where it belongs",
  async (kind) => {
    await makeAsked();
    await leaveAtOnce();
    await sendOwedMessages(still, async () => ({ state: "failed", kind, cause: "no" }));
    expect(await onList()).toContain(kind === "refused" ? "refused" : "message");
    expect(await differences()).toEqual([]);
  },
);

const aDayPasses = () => superuser`update work.full_looks set looked_at = looked_at - interval '1 day'`;
const fullLooks = async () => (await superuser`select found from work.full_looks order by looked_at`).length;

test("what fell off the list is found by the full look, said, and done", async () => {
  await aDayPasses();
  const { ctx, input } = await makeAsked();
  await answerRequest(ctx, input);
  await superuser`delete from work.owed where kind = 'document'`;
  expect(await sealOwedDocuments(still)).toBe(0);
  expect(await checkWorkList(still)).toBe(1);
  expect(said.mock.calls).toEqual([["1 of kind document were owed and stood on no list", null]]);
  expect(await sealOwedDocuments(still)).toBe(1);
  said.mockClear();
  await aDayPasses();
  expect(await checkWorkList(still)).toBe(0);
  expect(said).not.toHaveBeenCalled();
});

test("everything is looked at once a day, however many workers start meanwhile", async () => {
  await aDayPasses();
  const before = await fullLooks();
  await Promise.all([checkWorkList(still), checkWorkList(still)]);
  await checkWorkList(still);
  expect(await fullLooks()).toBe(before + 1);
  await superuser`delete from work.owed where kind = 'checkpoint'`;
  expect(await checkWorkList(still)).toBe(0);
  await aDayPasses();
  expect(await checkWorkList(still)).toBeGreaterThan(0);
});
