import { and, asc, eq, inArray, type SQL } from "drizzle-orm";
import { on } from "@/db/on";
import { rowsOf } from "@/db/rows-of";
import {
  acknowledgements,
  conversationOutcomes,
  conversations,
  placements,
  type Wish,
  wishAnswers,
  wishEndings,
  wishes,
} from "@/db/schema";
import type { Context, PatientContext, StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { NotFound } from "@/lib/errors";
import type { Tx } from "@/lib/in-practice";
import { getPatient, lockPatient, type PatientToDecideOn } from "@/lib/patients/queries";
import { platformsOfRecord } from "@/lib/platforms/queries";
import { getPractice } from "@/lib/practices/queries";
import type { Ability } from "@/lib/roles";
import { type Side, type WishAnswer, type WishFacts, wishState } from "./rules";

export type PlatformWish = WishFacts &
  Pick<Wish, "patientId" | "platformId" | "byStaff" | "sealedOther" | "sealedReason" | "route"> & {
    answers: WishAnswer[];
    acknowledgement: typeof acknowledgements.$inferSelect | null;
    talk: (NonNullable<WishFacts["talk"]> & { conversationId: string; wantedAt: Date }) | null;
  };

/** Every wish of these patients with all that is known about it, the newest first; null: of everybody. */
export async function listWishes(
  tx: Tx,
  ctx: Context,
  patientIds: readonly string[] | null,
): Promise<PlatformWish[]> {
  if (patientIds?.length === 0) return [];
  const ofThem = patientIds ? inArray(wishes.patientId, [...patientIds]) : undefined;
  return (await wishesWhere(tx, ctx, ofThem)).reverse();
}

/** One wish of a patient whom the caller may see; a foreign, missing or unreachable one is not found. */
export async function getWish(tx: Tx, ctx: PatientContext | StaffContext, wishId: string, ability?: Ability) {
  const [wish] = await wishesWhere(tx, ctx, eq(wishes.id, wishId));
  if (!wish) throw new NotFound();
  return { wish, patient: await getPatient(tx, ctx, wish.patientId, ability) };
}

/** Holds the patient of the wish: whoever answers, reads, ends or places takes the same turn. */
export async function lockWish(
  tx: Tx,
  ctx: PatientContext | StaffContext,
  wishId: string,
  ability?: Ability,
): Promise<{ wish: PlatformWish; patient: PatientToDecideOn }> {
  const [found] = await tx
    .select({ patientId: wishes.patientId })
    .from(wishes)
    .where(and(eq(wishes.practiceId, ctx.practiceId), eq(wishes.id, wishId)));
  if (!found) throw new NotFound();
  const patient = await lockPatient(tx, ctx, found.patientId, ability);
  const [wish] = await wishesWhere(tx, ctx, eq(wishes.id, wishId));
  if (!wish) throw new NotFound();
  return { wish, patient };
}

/** Where the patient's wishes stand, and what they meet on now; the caller has locked the patient. */
export async function whatDecidesOnWish(tx: Tx, ctx: Context, patientId: string, now: Date) {
  const { timeZone } = await getPractice(tx, ctx);
  const wishes = await listWishes(tx, ctx, [patientId]);
  const ofRecord = (await platformsOfRecord(tx, ctx, [patientId], now))({ patientId });
  return {
    states: wishes.map((wish) => wishState(wish, now, today(now, timeZone))),
    ofRecord: ofRecord?.platformId ?? null,
  };
}

/** The oldest first. */
async function wishesWhere(tx: Tx, ctx: Context, which: SQL | undefined): Promise<PlatformWish[]> {
  const rows = await tx
    .select({
      wish: wishes,
      answers: rowsOf(wishAnswers, on(wishes, wishAnswers.wishId), wishAnswers.answeredAt, wishAnswers.id),
      acknowledgements: rowsOf(acknowledgements, on(wishes, acknowledgements.wishId)),
      endings: rowsOf(wishEndings, on(wishes, wishEndings.wishId)),
      placements: rowsOf(
        placements,
        and(eq(placements.practiceId, wishes.practiceId), eq(placements.patientId, wishes.patientId)),
      ),
    })
    .from(wishes)
    .where(and(eq(wishes.practiceId, ctx.practiceId), which))
    .orderBy(asc(wishes.wantedAt), asc(wishes.id));
  if (rows.length === 0) return [];
  const ids = rows.map(({ wish }) => wish.id);
  const talks = await listTalks(tx, ctx, inArray(conversations.wishId, ids));
  return rows.map(({ wish, acknowledgements: [acknowledgement = null], endings, ...facts }) => ({
    ...wish,
    ...facts,
    side: sideOf(wish),
    talk: talks.findLast(({ wishId }) => wishId === wish.id) ?? null,
    acknowledgement,
    acknowledgedAt: acknowledgement?.acknowledgedAt ?? null,
    endings: Object.fromEntries(endings.map((end) => [end.kind, { at: end.endedAt, side: sideOf(end) }])),
  }));
}

async function listTalks(tx: Tx, ctx: Context, which: SQL) {
  const { id: conversationId, wishId, wantedAt } = conversations;
  const { outcome, concludedAt } = conversationOutcomes;
  return tx
    .select({ conversationId, wishId, wantedAt, outcome, concludedAt })
    .from(conversations)
    .leftJoin(conversationOutcomes, on(conversations, conversationOutcomes.conversationId))
    .where(and(eq(conversations.practiceId, ctx.practiceId), which))
    .orderBy(asc(wantedAt), asc(conversationId));
}

/** Somebody of the practice is named; the patient's side is not. */
export function sideOf({ byStaff }: { byStaff: string | null }): Side {
  return byStaff ? "practice" : "patient";
}
