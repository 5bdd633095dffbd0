import { and, eq, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { on } from "@/db/on";
import { memberships, messageDeliveries, messageFailures, messages } from "@/db/schema";
import { answerRequest } from "@/lib/answers/answer-request";
import { recordEvent } from "@/lib/audit/record-event";
import { listRequestFacts } from "@/lib/consents/request-facts";
import { type PatientContext, systemContext } from "@/lib/context";
import { concludeConversation } from "@/lib/conversations/conclude-conversation";
import { listOpenConversations } from "@/lib/conversations/queries";
import { talkFirst } from "@/lib/conversations/talk-first";
import { getDisclosure, getShownVersion } from "@/lib/disclosures/queries";
import { currentVersion } from "@/lib/disclosures/rules";
import { completeDuty } from "@/lib/duties/complete-duty";
import { listOpenDuties } from "@/lib/duties/queries";
import { beginAccessTest } from "@/lib/electronic-records/begin-access-test";
import { drawAccessTest } from "@/lib/electronic-records/draw-access-test";
import { giveUpAccessTest } from "@/lib/electronic-records/give-up-access-test";
import { findTest } from "@/lib/electronic-records/queries";
import { openDigits } from "@/lib/electronic-records/sealed-code";
import { tryAccessTest } from "@/lib/electronic-records/try-access-test";
import { inPractice, readPractice } from "@/lib/in-practice";
import { archivePatient } from "@/lib/patients/archive-patient";
import { proveFirstEntry } from "@/lib/patients/prove-first-entry";
import { viewPatient } from "@/lib/patients/view-patient";
import { askPatients } from "@/lib/requests/ask-patients";
import { cancelRequest } from "@/lib/requests/cancel-request";
import { openRequest } from "@/lib/requests/open-request";
import { withdrawAnswer } from "@/lib/withdrawals/withdraw-answer";
import { playWish } from "./play-wish";
import type { Step } from "./story";
import type { DemoStaff, Player } from "./world";

/** Plays one step through the same operations that people use; the caller holds the clock. */
export async function playStep(player: Player, step: Step, now: Date): Promise<void> {
  const { staff, patient } = player;
  switch (step.what) {
    case "entered":
      await proveFirstEntry(
        { ...(await contextOf(player, now)), patientIds: [] },
        { dateOfBirth: patient.dateOfBirth },
      );
      return;
    case "archived":
      return archivePatient(staff.owner, { patientId: patient.id });
    case "viewed":
      return viewPatient(staff[step.by], { patientId: patient.id });
    case "asked":
      return ask(player, step.keys, dueOn(now, step.dueInDays));
    case "undelivered":
      return settleMessages(staff, patient.id, now, "refused");
    case "opened": {
      const { id: requestId, versionId } = await openQuestion(player, step.key);
      return openRequest(await contextOf(player, now), { requestId, versionId });
    }
    case "opened-sample":
      return openSample(await contextOf(player, now), patient.id);
    case "missed-sample": {
      const ctx = await contextOf(player, now);
      return giveUpAccessTest(ctx, await beginAccessTest(ctx, { patientId: patient.id }));
    }
    case "talk-first":
      return talkFirst(await contextOf(player, now), (await openQuestion(player, step.key)).id);
    case "cancelled":
      return cancelRequest(staff.therapist, (await openQuestion(player, step.key)).id);
    case "talked": {
      const open = await readPractice(staff.therapist, (tx) => listOpenConversations(tx, staff.therapist));
      const conversationId = open.find(({ patientId }) => patientId === patient.id)?.id ?? "";
      const { outcome, note } = step;
      return concludeConversation(staff.therapist, { conversationIds: [conversationId], outcome, note });
    }
    case "answered":
      return answer(player, step, now);
    case "took-back":
      return takeBack(player, step, now);
    default:
      await playWish(player, step, await contextOf(player, now), now);
  }
}

/** As somebody does who reads the digits; the worker has drawn them by then. */
async function openSample(ctx: PatientContext, patientId: string) {
  const { testId } = await beginAccessTest(ctx, { patientId });
  await drawAccessTest(systemContext(ctx.practiceId, "demo"), testId);
  const digits = await readPractice(ctx, async (tx) => {
    const test = await findTest(tx, ctx, testId);
    return test ? openDigits(ctx, test) : "";
  });
  return tryAccessTest(ctx, { testId, digits });
}

async function ask(player: Player, keys: string[], due: string | null) {
  const disclosureIds = keys.map((key) => disclosureOf(player, key));
  const about = { patientIds: [player.patient.id], disclosureIds, dueOn: due };
  await askPatients(player.staff.office, { ...about, leaving: "at-once" });
}

async function answer(player: Player, step: Extract<Step, { what: "answered" }>, now: Date) {
  if (!(await findQuestion(player, step.key))) await ask(player, [step.key], null);
  const { id: requestId } = await openQuestion(player, step.key);
  const ctx = await contextOf(player, now);
  const text = await readPractice(ctx, async (tx) => {
    const { versions } = await getDisclosure(tx, ctx, disclosureOf(player, step.key));
    return getShownVersion(tx, ctx, currentVersion(versions, now)?.id ?? "", player.patient.language);
  });
  await openRequest(ctx, { requestId, versionId: text.id });
  const said = (key: string) => (step.yes === "all" || step.yes.includes(key) ? "yes" : "no");
  await answerRequest(ctx, {
    requestId,
    versionId: text.id,
    language: player.patient.language,
    textSha256: text.textSha256,
    answers: Object.fromEntries(text.items.map(({ id, key }) => [id, said(key)] as const)),
    printedName: player.signerName,
    mark: null,
  });
}

async function takeBack(player: Player, step: Extract<Step, { what: "took-back" }>, now: Date) {
  const requests = await requestsOf(player, step.key);
  const given = requests.findLast((request) => request.answer)?.answer;
  const named = given?.items.filter(({ key }) => step.uses !== "all" && step.uses.includes(key));
  const itemIds = step.uses === "all" ? null : (named?.map(({ itemId }) => itemId) ?? null);
  await withdrawAnswer(await contextOf(player, now), { answerId: given?.id ?? "", itemIds });
  if (step.daysAgo > 7) await seeToDuties(player);
}

/** What was taken back long ago was seen to; what was taken back lately is still to do. */
async function seeToDuties({ staff, patient }: Player) {
  const { therapist } = staff;
  const open = await readPractice(therapist, (tx) => listOpenDuties(tx, therapist));
  for (const { id } of open.filter(({ patientId }) => patientId === patient.id))
    await completeDuty(therapist, { dutyIds: [id] });
}

/** Messages of the demo's past are settled facts: nobody is mailed about them again. */
export async function settleMessages(
  { office }: DemoStaff,
  /** Of this patient; null: of those who work here. */
  patientId: string | null,
  now: Date,
  outcome: "delivered" | "refused",
) {
  await inPractice(office, async (tx) => {
    const owed = await tx
      .select({ id: messages.id, kind: messages.kind })
      .from(messages)
      .leftJoin(messageDeliveries, on(messages, messageDeliveries.messageId))
      .leftJoin(messageFailures, on(messages, messageFailures.messageId))
      .where(
        and(
          eq(messages.practiceId, office.practiceId),
          patientId ? eq(messages.patientId, patientId) : isNull(messages.patientId),
          isNull(messageDeliveries.id),
          isNull(messageFailures.id),
        ),
      );
    for (const { id: messageId, kind } of owed) {
      const about = { practiceId: office.practiceId, id: uuid(), messageId };
      const event = { ...(patientId && { patient: patientId }), messageId, kind };
      const system = {
        kind: "system",
        process: "demo",
        route: "system",
        practiceId: office.practiceId,
      } as const;
      if (outcome === "delivered") {
        await tx.insert(messageDeliveries).values({ ...about, deliveredAt: now });
        await recordEvent(tx, system, { name: "message.delivered", ...event });
      } else {
        const cause = "550 the mailbox does not exist";
        await tx.insert(messageFailures).values({ ...about, kind: "refused", cause, failedAt: now });
        await recordEvent(tx, system, { name: "message.failed", attempt: 1, final: true, ...event });
      }
    }
  });
}

async function contextOf({ staff, patient }: Player, now: Date): Promise<PatientContext> {
  const { practiceId } = staff.owner;
  const [membership] = await readPractice(staff.owner, (tx) =>
    tx
      .select({ userId: memberships.userId })
      .from(memberships)
      .where(and(eq(memberships.practiceId, practiceId), eq(memberships.rowId, patient.id))),
  );
  return {
    kind: "patient",
    practiceId,
    userId: membership?.userId ?? "",
    patientIds: [patient.id],
    route: "portal",
    arrival: { ip: null, userAgent: null, authentication: "email-link", authenticatedAt: now },
  };
}

function requestsOf({ staff, patient, disclosures }: Player, key: string) {
  return readPractice(staff.owner, async (tx) => {
    const facts = await listRequestFacts(tx, staff.owner, [patient.id]);
    return facts.filter(({ disclosureId }) => disclosureId === disclosures.get(key));
  });
}

async function findQuestion(player: Player, key: string) {
  const requests = await requestsOf(player, key);
  return requests.findLast(({ answer: given, cancelledAt }) => !given && !cancelledAt) ?? null;
}

async function openQuestion(player: Player, key: string) {
  const question = await findQuestion(player, key);
  if (!question) throw new Error(`${player.patient.legalName} was not asked about ${key}`);
  return question;
}

function disclosureOf({ disclosures }: Player, key: string): string {
  const id = disclosures.get(key);
  if (!id) throw new Error(`The demo has no disclosure ${key}`);
  return id;
}

function dueOn(now: Date, inDays: number | null): string | null {
  if (inDays === null) return null;
  return new Date(now.getTime() + inDays * 86_400_000).toISOString().slice(0, 10);
}
