import { v7 as uuid } from "uuid";
import { conversations, wishEndings } from "@/db/schema";
import type { AuditEvent } from "@/lib/audit/events";
import type { PatientContext, StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { Refused } from "@/lib/errors";
import type { Tx } from "@/lib/in-practice";
import { countingPlacement } from "@/lib/platforms/platform-of-record";
import { writePlacement, writtenBy } from "@/lib/platforms/write-placement";
import { getPractice } from "@/lib/practices/queries";
import { routes } from "@/lib/routes";
import type { PlatformWish } from "./queries";
import { type Ending, endedBy, type Side, type Step, type WishState, whyNotStep, wishState } from "./rules";

export function sideOfContext(ctx: PatientContext | StaffContext): Side {
  return ctx.kind === "staff" ? "practice" : "patient";
}

/** Refuses a step that cannot be taken now, with who it was that decided before; else says where the wish stands. */
export async function mustBeAbleTo(
  tx: Tx,
  ctx: PatientContext | StaffContext,
  wish: PlatformWish,
  step: Step,
  now: Date,
): Promise<{ state: WishState; day: string }> {
  const { timeZone } = await getPractice(tx, ctx);
  const day = today(now, timeZone);
  const side = sideOfContext(ctx);
  const state = wishState(wish, now, day);
  const refusal = whyNotStep(wish, state, side, step);
  if (refusal) throw new Refused(refusal, { by: endedBy(wish, side) });
  return { state, day };
}

/** Writes how a wish ended, or that it was kept, and gives the event to be recorded. */
export async function writeEnding(
  tx: Tx,
  ctx: PatientContext | StaffContext,
  wish: PlatformWish,
  kind: Ending,
  now: Date,
): Promise<AuditEvent> {
  const { practiceId } = ctx;
  const ending = { wishId: wish.id, kind, endedAt: now };
  await tx.insert(wishEndings).values({ practiceId, id: uuid(), ...ending, ...writtenBy(ctx) });
  return { name: `platform-request.${kind}`, patient: wish.patientId, wishId: wish.id };
}

/** Takes the wish's placements out again; beside it stands what the patient meets on from then on. */
export async function placeBack(
  tx: Tx,
  ctx: PatientContext | StaffContext,
  { id: wishId, patientId, placements }: PlatformWish,
  now: Date,
): Promise<AuditEvent> {
  const others = placements.filter((one) => one.wishId !== wishId);
  const platformId = countingPlacement(others, now)?.platformId ?? null;
  const origin = "back";
  const placed = { patientId, platformId, wishId, since: now, origin } as const;
  const { id: placementId } = await writePlacement(tx, ctx, placed, now);
  return { ...placedEvent(patientId, placementId, platformId), origin };
}

/** Opens the conversation that a wish leads to, and gives the event to be recorded. */
export async function openTalk(
  tx: Tx,
  ctx: PatientContext | StaffContext,
  wish: { id: string; patientId: string },
  now: Date,
): Promise<AuditEvent> {
  const { practiceId, userId: wantedBy, route } = ctx;
  const { id: wishId, patientId } = wish;
  const conversationId = uuid();
  const about = { patientId, wishId: wishId, topic: "platform" as const };
  const opened = { wantedAt: now, wantedBy, route };
  await tx.insert(conversations).values({ practiceId, id: conversationId, ...about, ...opened });
  return { name: "conversation.wanted", patient: patientId, conversationId, wishId };
}

/** A placement that follows the practice names no platform. */
export function placedEvent(patient: string, placementId: string, platformId: string | null) {
  return { name: "patient.placed" as const, patient, placementId, ...(platformId && { platformId }) };
}

/** Where a mail about how they meet leads the patient. */
export async function myPlatformOf(tx: Tx, ctx: PatientContext | StaffContext): Promise<string> {
  return routes.myPlatform((await getPractice(tx, ctx)).slug);
}
