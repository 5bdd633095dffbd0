import { and, asc, eq, inArray, type SQL } from "drizzle-orm";
import { on } from "@/db/on";
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
  const rows = await tx
    .select()
    .from(wishes)
    .where(
      and(
        eq(wishes.practiceId, ctx.practiceId),
        patientIds ? inArray(wishes.patientId, [...patientIds]) : undefined,
      ),
    )
    .orderBy(asc(wishes.wantedAt), asc(wishes.id));
  return (await withFacts(tx, ctx, rows)).reverse();
}

/** One wish of a patient whom the caller may see; a foreign, missing or unreachable one is not found. */
export async function getWish(tx: Tx, ctx: PatientContext | StaffContext, wishId: string, ability?: Ability) {
  const wish = await selectWish(tx, ctx, wishId);
  const patient = await getPatient(tx, ctx, wish.patientId, ability);
  const [facts] = await withFacts(tx, ctx, [wish]);
  if (!facts) throw new NotFound();
  return { wish: facts, patient };
}

/** Holds the patient of the wish: whoever answers, reads, ends or places takes the same turn. */
export async function lockWish(
  tx: Tx,
  ctx: PatientContext | StaffContext,
  wishId: string,
  ability?: Ability,
): Promise<{ wish: PlatformWish; patient: PatientToDecideOn }> {
  const found = await selectWish(tx, ctx, wishId);
  const patient = await lockPatient(tx, ctx, found.patientId, ability);
  const [wish] = await withFacts(tx, ctx, [found]);
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

async function selectWish(tx: Tx, ctx: Context, wishId: string): Promise<Wish> {
  const [wish] = await tx
    .select()
    .from(wishes)
    .where(and(eq(wishes.practiceId, ctx.practiceId), eq(wishes.id, wishId)));
  if (!wish) throw new NotFound();
  return wish;
}

async function withFacts(tx: Tx, ctx: Context, wishes: Wish[]): Promise<PlatformWish[]> {
  if (wishes.length === 0) return [];
  const { practiceId } = ctx;
  const ids = wishes.map(({ id }) => id);
  const patientIds = [...new Set(wishes.map(({ patientId }) => patientId))];
  const answers = await tx
    .select()
    .from(wishAnswers)
    .where(and(eq(wishAnswers.practiceId, practiceId), inArray(wishAnswers.wishId, ids)))
    .orderBy(asc(wishAnswers.answeredAt), asc(wishAnswers.id));
  const acknowledged = await tx
    .select()
    .from(acknowledgements)
    .where(and(eq(acknowledgements.practiceId, practiceId), inArray(acknowledgements.wishId, ids)));
  const endings = await tx
    .select()
    .from(wishEndings)
    .where(and(eq(wishEndings.practiceId, practiceId), inArray(wishEndings.wishId, ids)));
  const talks = await listTalks(tx, ctx, inArray(conversations.wishId, ids));
  const placed = await tx
    .select()
    .from(placements)
    .where(and(eq(placements.practiceId, practiceId), inArray(placements.patientId, patientIds)));

  const answersOf = Map.groupBy(answers, ({ wishId }) => wishId);
  const endingsOf = Map.groupBy(endings, ({ wishId }) => wishId);
  const placedOf = Map.groupBy(placed, ({ patientId }) => patientId);
  return wishes.map((wish) => {
    const acknowledgement = acknowledged.find(({ wishId }) => wishId === wish.id) ?? null;
    return {
      ...wish,
      side: sideOf(wish),
      answers: answersOf.get(wish.id) ?? [],
      talk: talks.findLast(({ wishId }) => wishId === wish.id) ?? null,
      acknowledgement,
      acknowledgedAt: acknowledgement?.acknowledgedAt ?? null,
      endings: Object.fromEntries(
        (endingsOf.get(wish.id) ?? []).map((end) => [end.kind, { at: end.endedAt, side: sideOf(end) }]),
      ),
      placements: placedOf.get(wish.patientId) ?? [],
    };
  });
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
