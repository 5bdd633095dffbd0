import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { messageFailures, messages } from "@/db/schema";
import { inPractice, readPractice } from "@/lib/in-practice";
import { listRefusedMailboxes } from "@/lib/patients/refused-mailboxes";
import { previewPublish } from "@/lib/screens/desk/publish";
import { testDatabase } from "@/test/database";
import { makePatient, makeStaff } from "@/test/factories";
import { makeDrafted, makeHolder } from "./publishing.fixture";
import { wayTo } from "./who-is-affected";

await testDatabase();

const reachable = { isOpen: false, isOutgrown: false, hasEmail: true, isRefused: false };

test.each([
  ["somebody with a mailbox", {}, "message"],
  ["nobody's mailbox", { hasEmail: false }, "in-the-room"],
  ["a mailbox that refuses", { isRefused: true }, "not-delivered"],
  ["a parent's mailbox of somebody of age", { isOutgrown: true, isRefused: true }, "of-age"],
  ["a question that is open already", { isOpen: true, hasEmail: false }, "open-already"],
] as const)("how %s is asked", (_, facts, way) => {
  expect(wayTo({ ...reachable, ...facts })).toBe(way);
});

test("those who hold an answer are named before anything happens, and nothing happens", async () => {
  const drafted = await makeDrafted();
  const { made, input } = drafted;
  const holder = await makeHolder(drafted);
  await makePatient(made);
  const { affected, problems } = await previewPublish(made.owner, { choices: input, search: "" });
  expect(problems).toEqual([]);
  expect(affected).toMatchObject({ total: 1, ofColleagues: 0, matching: 1 });
  expect(affected.people).toMatchObject([{ id: holder.patient.id, way: "message", mailLanguage: "en" }]);
  const again = await previewPublish(made.owner, { choices: input, search: "" });
  expect(again.affected.total).toBe(1);
});

test("wording only affects nobody, and counts the questions it moves", async () => {
  const drafted = await makeDrafted({ change: "editorial", earlier: null });
  await makeHolder(drafted);
  const { affected, openQuestions } = await previewPublish(drafted.made.owner, {
    choices: drafted.input,
    search: "",
  });
  expect(affected.total).toBe(0);
  expect(openQuestions).toEqual({ unread: 0, reading: 0 });
});

test("a colleague's patients are counted and not named", async () => {
  const drafted = await makeDrafted();
  await makeHolder(drafted);
  const colleague = await makeStaff(drafted.made, { roles: ["therapist"] });
  const { affected } = await previewPublish(colleague, { choices: drafted.input, search: "" });
  expect(affected).toMatchObject({ total: 1, ofColleagues: 1, people: [] });
});

test("a part of a name finds people, also without its accents", async () => {
  const drafted = await makeDrafted();
  await makeHolder(drafted);
  const found = async (search: string) => {
    const { affected } = await previewPublish(drafted.made.owner, { choices: drafted.input, search });
    return [affected.matching, affected.people.length, affected.total];
  };
  expect(await found("maria")).toEqual([1, 1, 1]);
  expect(await found("nobody")).toEqual([0, 0, 1]);
});

test("a mailbox that refused the newest message is known, and so is whom it belongs to", async () => {
  const drafted = await makeDrafted();
  const { made } = drafted;
  const { patient, ctx } = await makeHolder(drafted);
  const refused = () => readPractice(made.owner, (tx) => listRefusedMailboxes(tx, made.owner));
  expect(await refused()).toEqual(new Set());
  await inPractice(made.system, async (tx, now) => {
    const { practiceId } = made.system;
    const messageId = uuid();
    await tx.insert(messages).values({
      practiceId,
      id: messageId,
      kind: "question",
      userId: ctx.userId,
      patientId: patient.id,
      toAddress: patient.email ?? "",
      language: "en",
      landing: "/",
      owedAt: now,
    });
    const failure = { practiceId, id: uuid(), messageId, failedAt: now, nextTryAt: null };
    await tx.insert(messageFailures).values({ ...failure, kind: "refused", cause: "550" });
  });
  expect(await refused()).toEqual(new Set([patient.id]));
  const { affected } = await previewPublish(made.owner, { choices: drafted.input, search: "" });
  expect(affected.people).toMatchObject([{ way: "not-delivered" }]);
});
