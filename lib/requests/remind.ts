import { and, asc, eq, inArray } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { on } from "@/db/on";
import { messageDeliveries, messageFailures, messages, reminders, requests } from "@/db/schema";
import { recordEvents } from "@/lib/audit/record-event";
import { listRequestFacts } from "@/lib/consents/request-facts";
import type { SystemContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { listDisclosures } from "@/lib/disclosures/queries";
import { inPractice, type Tx } from "@/lib/in-practice";
import { oweReminder } from "@/lib/messages/owe-message";
import { lockPatient } from "@/lib/patients/queries";
import { signingCapacity } from "@/lib/patients/rules";
import { getPractice } from "@/lib/practices/queries";
import { sweep } from "@/lib/worker/sweep";
import { isTimeToRemind, isToRemind } from "./reminder-rules";
import { leavesQuietly } from "./when-mail-leaves";

/** Owes another word about what waits, one mail a sitting, and says how many sittings that were. */
export const remindDueSittings = sweep({
  due: "reminders_due",
  most: 2_000,
  each: remindSitting,
  fault: (sittingId) => `nobody was reminded of the sitting ${sittingId}`,
});

/** Looks again under the patient's lock: an answer, a talk or another worker may have come first. */
async function remindSitting(ctx: SystemContext, sittingId: string): Promise<boolean> {
  return inPractice(
    ctx,
    async (tx) => lockPatient(tx, ctx, await patientOf(tx, ctx, sittingId)),
    async (tx, now, patient) => {
      const practice = await getPractice(tx, ctx);
      const isReachable = signingCapacity(patient, today(now, practice.timeZone)) !== null;
      if (!patient.email || patient.isArchived || !isReachable) return false;
      const deliveries = await deliveriesOf(tx, ctx, sittingId);
      if (!isTimeToRemind(deliveries, practice.reminderDays, now)) return false;
      const waiting = await listWaiting(tx, ctx, patient.id, sittingId, practice.mostReminders);
      const [first] = waiting;
      if (!first) return false;

      const mail = { requestId: first.id, sittingId, notBefore: leavesQuietly(now, practice) };
      const messageId = await oweReminder(tx, ctx, patient, mail, now);
      if (!messageId) return false;
      const { practiceId } = ctx;
      await tx.insert(reminders).values(
        waiting.map(({ id: requestId }) => {
          return { practiceId, id: uuid(), requestId, messageId, remindedAt: now };
        }),
      );
      const reminded = waiting.map(({ id: requestId }) => {
        return { name: "request.reminded" as const, patient: patient.id, requestId, messageId };
      });
      await recordEvents(tx, ctx, reminded);
      return true;
    },
  );
}

async function patientOf(tx: Tx, { practiceId }: SystemContext, sittingId: string): Promise<string> {
  const [found] = await tx
    .select({ patientId: requests.patientId })
    .from(requests)
    .where(and(eq(requests.practiceId, practiceId), eq(requests.sittingId, sittingId)))
    .limit(1);
  return found?.patientId ?? "";
}

/** When each word about this sitting arrived; null as long as it has not. What was refused and sent again is left out. */
async function deliveriesOf(tx: Tx, { practiceId }: SystemContext, sittingId: string) {
  const refused = and(on(messages, messageFailures.messageId), eq(messageFailures.kind, "refused"));
  const rows = await tx
    .select({ deliveredAt: messageDeliveries.deliveredAt, refusedId: messageFailures.id })
    .from(messages)
    .leftJoin(messageDeliveries, on(messages, messageDeliveries.messageId))
    .leftJoin(messageFailures, refused)
    .where(and(eq(messages.practiceId, practiceId), eq(messages.sittingId, sittingId)))
    .orderBy(asc(messages.owedAt));
  const counted = rows.filter(({ refusedId }, at) => refusedId === null || at === rows.length - 1);
  return counted.map(({ deliveredAt }) => deliveredAt);
}

async function listWaiting(tx: Tx, ctx: SystemContext, patientId: string, sittingId: string, most: number) {
  const disclosures = new Map((await listDisclosures(tx, ctx)).map((one) => [one.id, one]));
  const facts = await listRequestFacts(tx, ctx, [patientId]);
  const own = facts.filter((fact) => fact.sittingId === sittingId);
  const ids = own.map(({ id }) => id);
  const sent = await tx
    .select({ requestId: reminders.requestId })
    .from(reminders)
    .where(and(eq(reminders.practiceId, ctx.practiceId), inArray(reminders.requestId, ids)));
  return own.filter((fact) => {
    const about = disclosures.get(fact.disclosureId);
    if (!about) return false;
    const before = sent.filter(({ requestId }) => requestId === fact.id).length;
    const question = { ...fact, kind: about.kind, retired: about.retiredAt !== null, reminders: before };
    return isToRemind(question, most);
  });
}
