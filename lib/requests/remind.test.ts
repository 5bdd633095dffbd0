import { and, eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { messageSettlements, messages, type Practice, reminders } from "@/db/schema";
import { answerRequest } from "@/lib/answers/answer-request";
import { answerTo } from "@/lib/consents/consents.fixture";
import { listRequestFacts } from "@/lib/consents/request-facts";
import { talkFirst } from "@/lib/conversations/talk-first";
import { withClock } from "@/lib/frozen-clock";
import { readPractice } from "@/lib/in-practice";
import { sendOwedMessages } from "@/lib/messages/send-owed-messages";
import { archivePatient } from "@/lib/patients/archive-patient";
import { ownDatabase } from "@/test/database";
import { makeDisclosure, makePatient, makePractice, trailOf } from "@/test/factories";
import { askPatients } from "./ask-patients";
import { cancelRequest } from "./cancel-request";
import { declineRequest } from "./decline-request";
import { remindDueSittings } from "./remind";
import { sendAgain } from "./send-again";

const { asSuperuser } = await ownDatabase();
afterAll(closeDatabase);
const untilDone = new AbortController().signal;

/** A patient asked about a needed and a voluntary text in one sitting, by a mail that arrived so many days ago. */
async function makeWaiting(days: number, settings: Partial<Practice> = {}) {
  const made = await makePractice(settings);
  const { patient, ctx } = await makePatient(made);
  const texts = [await makeDisclosure(made, { kind: "platform-disclosure" }), await makeDisclosure(made)];
  const disclosureIds = texts.map(({ disclosure }) => disclosure.id);
  await askPatients(made.office, { patientIds: [patient.id], disclosureIds, dueOn: null });
  await sendOwedMessages(untilDone, async () => ({ state: "delivered" }));
  const age = (n: number) =>
    asSuperuser(`update message_deliveries set delivered_at = delivered_at - interval '${n} days'
      where practice_id = '${made.practice.id}'`);
  await age(days);
  const facts = await readPractice(ctx, (tx) => listRequestFacts(tx, ctx, [patient.id]));
  const requests = texts.map((text) => ({
    text,
    id: facts.find(({ disclosureId }) => disclosureId === text.disclosure.id)?.id ?? "",
  }));
  const mails = () =>
    readPractice(made.system, (tx) =>
      tx
        .select()
        .from(messages)
        .where(and(eq(messages.patientId, patient.id), eq(messages.kind, "reminder"))),
    );
  return { made, patient, ctx, requests, mails, age };
}

type Waiting = Awaited<ReturnType<typeof makeWaiting>>;
const idOf = ({ requests }: Waiting, index: number) => requests[index]?.id ?? "";

describe("a question that waits", () => {
  test("is reminded of once per sitting, with each question noted and recorded", async () => {
    const waiting = await makeWaiting(8);
    const { made, patient, mails, requests } = waiting;
    expect(await remindDueSittings(untilDone)).toBe(1);
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ toAddress: patient.email, notBefore: null });
    expect(mail?.landing).toContain(idOf(waiting, 0));
    const noted = await readPractice(made.system, (tx) => tx.select().from(reminders));
    expect(noted.map(({ requestId }) => requestId).sort()).toEqual(requests.map(({ id }) => id).sort());
    const recorded = (await trailOf(made.practice.id)).filter(({ name }) => name === "request.reminded");
    expect(recorded).toHaveLength(2);
    expect(recorded[0]).toMatchObject({ patient: patient.id, messageId: mail?.id });
    expect(await remindDueSittings(untilDone)).toBe(0);
  });

  test("is reminded of too when its first mail was refused and another arrived in its place", async () => {
    const { made, patient, mails, age } = await makeWaiting(8);
    await asSuperuser(`alter table message_deliveries disable trigger user;
      delete from message_deliveries where practice_id = '${made.practice.id}';
      alter table message_deliveries enable trigger user`);
    await asSuperuser(`insert into message_failures (practice_id, id, message_id, kind, cause, failed_at)
      select practice_id, gen_random_uuid(), id, 'refused', '550', owed_at from messages
       where practice_id = '${made.practice.id}'`);
    expect(await remindDueSittings(untilDone)).toBe(0);
    await sendAgain(made.office, { patientId: patient.id });
    await sendOwedMessages(untilDone, async () => ({ state: "delivered" }));
    expect(await remindDueSittings(untilDone)).toBe(0);
    await age(8);
    expect(await remindDueSittings(untilDone)).toBe(1);
    expect(await mails()).toHaveLength(1);
  });

  test("a needed text three times, a voluntary one once", async () => {
    const { made, mails, age } = await makeWaiting(8);
    for (let round = 0; round < 5; round += 1) {
      await remindDueSittings(untilDone);
      await sendOwedMessages(untilDone, async () => ({ state: "delivered" }));
      await age(8);
    }
    expect(await mails()).toHaveLength(3);
    expect(await readPractice(made.system, (tx) => tx.select().from(reminders))).toHaveLength(4);
  });

  test("not before its days are over, and not in the night", async () => {
    const early = await makeWaiting(6);
    await remindDueSittings(untilDone);
    expect(await early.mails()).toEqual([]);
    const late = await makeWaiting(8, { timeZone: "Etc/UTC" });
    const ofLate = `where practice_id = '${late.made.practice.id}'`;
    await asSuperuser(`update message_deliveries set delivered_at = '2026-01-01' ${ofLate}`);
    await asSuperuser(`update practices set quiet_from = '21:00', quiet_until = '08:00' ${ofLate}`);
    await withClock(new Date("2030-03-03T23:00:00Z"), () => remindDueSittings(untilDone));
    expect(await late.mails()).toMatchObject([{ notBefore: new Date("2030-03-04T08:00:00Z") }]);
  });

  test("of two workers at once, one reminds", async () => {
    const { mails } = await makeWaiting(8);
    await Promise.all([remindDueSittings(untilDone), remindDueSittings(untilDone)]);
    expect(await mails()).toHaveLength(1);
  });
});

describe("nobody is reminded", () => {
  test.each<[string, (waiting: Waiting) => Promise<unknown>]>([
    [
      "who answered",
      async (waiting) => {
        for (const { id, text } of waiting.requests) await answerRequest(waiting.ctx, answerTo(id, text));
      },
    ],
    [
      "who wants to talk first",
      async (waiting) => [
        await talkFirst(waiting.ctx, idOf(waiting, 0)),
        await talkFirst(waiting.ctx, idOf(waiting, 1)),
      ],
    ],
    [
      "who asked not to be asked",
      async (waiting) => [
        await declineRequest(waiting.ctx, idOf(waiting, 0)),
        await declineRequest(waiting.ctx, idOf(waiting, 1)),
      ],
    ],
    [
      "of what was taken back",
      async ({ made, ...waiting }) => [
        await cancelRequest(made.office, waiting.requests[0]?.id ?? ""),
        await cancelRequest(made.office, waiting.requests[1]?.id ?? ""),
      ],
    ],
    ["who is archived", ({ made, patient }) => archivePatient(made.owner, { patientId: patient.id })],
    [
      "who has no address any more",
      ({ patient }) =>
        asSuperuser(`update patients set email = null, mailbox_of = null where id = '${patient.id}'`),
    ],
  ])("%s", async (_, happens) => {
    const waiting = await makeWaiting(8);
    await happens(waiting);
    await remindDueSittings(untilDone);
    expect(await waiting.mails()).toEqual([]);
  });

  test.each<[string, (waiting: Waiting, id: string) => Promise<unknown>]>([
    ["who wants to talk first after it was owed", ({ ctx }, id) => talkFirst(ctx, id)],
    ["who asked not to be asked after it was owed", ({ ctx }, id) => declineRequest(ctx, id)],
  ])("%s", async (_, happens) => {
    const waiting = await makeWaiting(8);
    await remindDueSittings(untilDone);
    for (const { id } of waiting.requests) await happens(waiting, id);
    const sent: string[] = [];
    await sendOwedMessages(untilDone, async ({ to }) => {
      sent.push(to);
      return { state: "delivered" };
    });
    expect(sent).not.toContain(waiting.patient.email);
    const settled = await readPractice(waiting.made.system, (tx) => tx.select().from(messageSettlements));
    expect(settled).toMatchObject([{ cause: "nothing-open" }]);
  });
});
