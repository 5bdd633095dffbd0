import type { AuditEvent } from "@/lib/audit/events";
import type { PatientContext, StaffContext } from "@/lib/context";
import { daysAfter, startOfDay } from "@/lib/dates";
import type { Tx } from "@/lib/in-practice";
import { writePlacement } from "@/lib/platforms/write-placement";
import { getPractice } from "@/lib/practices/queries";
import type { PlatformWish } from "./queries";
import { placedEvent } from "./wish-steps";

type Agreed = { platformId: string | null; fromOn: string | null; trialUntil: string | null };

/**
 * Places the patient as a yes or trial says: from its first day, or now where that has begun; a trial to the end of its last day.
 * The caller holds the patient, has asked the rules, and records the event.
 */
export async function placeAsAgreed(
  tx: Tx,
  ctx: PatientContext | StaffContext,
  wish: PlatformWish,
  answer: Agreed,
  now: Date,
): Promise<AuditEvent> {
  const { timeZone } = await getPractice(tx, ctx);
  const { patientId } = wish;
  const first = answer.fromOn ? startOfDay(answer.fromOn, timeZone) : now;
  const since = first > now ? first : now;
  const until = answer.trialUntil ? startOfDay(daysAfter(answer.trialUntil, 1), timeZone) : null;
  const placed = { patientId, platformId: answer.platformId, wishId: wish.id, since, until };
  const { id } = await writePlacement(tx, ctx, { ...placed, origin: "request" }, now);
  return { ...placedEvent(patientId, id, answer.platformId), origin: "request" };
}
