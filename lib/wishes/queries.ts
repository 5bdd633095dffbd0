import { and, asc, eq, inArray, type SQL } from "drizzle-orm";
import { on } from "@/db/on";
import {
  conversationOutcomes,
  conversations,
  type PlatformRequest,
  placements,
  platformAcknowledgements,
  platformRequestAnswers,
  platformRequestEndings,
  platformRequests,
} from "@/db/schema";
import type { Context, PatientContext, StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { NotFound } from "@/lib/errors";
import type { Tx } from "@/lib/in-practice";
import { getPatient, lockPatient, type PatientToDecideOn } from "@/lib/patients/queries";
import { platformsOfRecord } from "@/lib/platforms/queries";
import { getPractice } from "@/lib/practices/queries";
import type { Ability } from "@/lib/roles";
import { type AnswerFacts, requestStanding, type Side, type WishFacts } from "./rules";

export type PlatformWish = WishFacts &
  Pick<PlatformRequest, "patientId" | "platformId" | "byStaff" | "sealedOther" | "sealedReason" | "route"> & {
    answers: AnswerFacts[];
    acknowledgement: typeof platformAcknowledgements.$inferSelect | null;
    talk: (NonNullable<WishFacts["talk"]> & { conversationId: string; wantedAt: Date }) | null;
  };

/** Every wish of these patients with all that is known about it, the newest first; null: of everybody. */
export async function listPlatformRequests(
  tx: Tx,
  ctx: Context,
  patientIds: readonly string[] | null,
): Promise<PlatformWish[]> {
  if (patientIds?.length === 0) return [];
  const wishes = await tx
    .select()
    .from(platformRequests)
    .where(
      and(
        eq(platformRequests.practiceId, ctx.practiceId),
        patientIds ? inArray(platformRequests.patientId, [...patientIds]) : undefined,
      ),
    )
    .orderBy(asc(platformRequests.wantedAt), asc(platformRequests.id));
  return (await withFacts(tx, ctx, wishes)).reverse();
}

/** One wish of a patient whom the caller may see; a foreign, missing or unreachable one is not found. */
export async function getPlatformRequest(
  tx: Tx,
  ctx: PatientContext | StaffContext,
  wishId: string,
  ability?: Ability,
) {
  const wish = await selectWish(tx, ctx, wishId);
  const patient = await getPatient(tx, ctx, wish.patientId, ability);
  const [facts] = await withFacts(tx, ctx, [wish]);
  if (!facts) throw new NotFound();
  return { wish: facts, patient };
}

/** Holds the patient of the wish: whoever answers, reads, ends or places takes the same turn. */
export async function lockPlatformRequest(
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

/** Where the patient's wishes stand, and what they meet on now; the caller holds the patient. */
export async function whatDecidesOnWish(tx: Tx, ctx: Context, patientId: string, now: Date) {
  const { timeZone } = await getPractice(tx, ctx);
  const wishes = await listPlatformRequests(tx, ctx, [patientId]);
  const ofRecord = (await platformsOfRecord(tx, ctx, [patientId], now))({ patientId });
  return {
    standings: wishes.map((wish) => requestStanding(wish, now, today(now, timeZone))),
    ofRecord: ofRecord?.platformId ?? null,
  };
}

async function selectWish(tx: Tx, ctx: Context, wishId: string): Promise<PlatformRequest> {
  const [wish] = await tx
    .select()
    .from(platformRequests)
    .where(and(eq(platformRequests.practiceId, ctx.practiceId), eq(platformRequests.id, wishId)));
  if (!wish) throw new NotFound();
  return wish;
}

async function withFacts(tx: Tx, ctx: Context, wishes: PlatformRequest[]): Promise<PlatformWish[]> {
  if (wishes.length === 0) return [];
  const { practiceId } = ctx;
  const ids = wishes.map(({ id }) => id);
  const patientIds = [...new Set(wishes.map(({ patientId }) => patientId))];
  const answers = await tx
    .select()
    .from(platformRequestAnswers)
    .where(
      and(eq(platformRequestAnswers.practiceId, practiceId), inArray(platformRequestAnswers.requestId, ids)),
    )
    .orderBy(asc(platformRequestAnswers.answeredAt), asc(platformRequestAnswers.id));
  const acknowledgements = await tx
    .select()
    .from(platformAcknowledgements)
    .where(
      and(
        eq(platformAcknowledgements.practiceId, practiceId),
        inArray(platformAcknowledgements.requestId, ids),
      ),
    );
  const endings = await tx
    .select()
    .from(platformRequestEndings)
    .where(
      and(eq(platformRequestEndings.practiceId, practiceId), inArray(platformRequestEndings.requestId, ids)),
    );
  const talks = await listTalks(tx, ctx, inArray(conversations.platformRequestId, ids));
  const placed = await tx
    .select()
    .from(placements)
    .where(and(eq(placements.practiceId, practiceId), inArray(placements.patientId, patientIds)));

  const answersOf = Map.groupBy(answers, ({ requestId }) => requestId);
  const endingsOf = Map.groupBy(endings, ({ requestId }) => requestId);
  const placedOf = Map.groupBy(placed, ({ patientId }) => patientId);
  return wishes.map((wish) => {
    const acknowledgement = acknowledgements.find(({ requestId }) => requestId === wish.id) ?? null;
    return {
      ...wish,
      side: sideOf(wish),
      answers: answersOf.get(wish.id) ?? [],
      talk: talks.findLast(({ platformRequestId }) => platformRequestId === wish.id) ?? null,
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
  const { id: conversationId, platformRequestId, wantedAt } = conversations;
  const { outcome, concludedAt } = conversationOutcomes;
  return tx
    .select({ conversationId, platformRequestId, wantedAt, outcome, concludedAt })
    .from(conversations)
    .leftJoin(conversationOutcomes, on(conversations, conversationOutcomes.conversationId))
    .where(and(eq(conversations.practiceId, ctx.practiceId), which))
    .orderBy(asc(wantedAt), asc(conversationId));
}

/** Somebody of the practice is named; the patient's side is not. */
export function sideOf({ byStaff }: { byStaff: string | null }): Side {
  return byStaff ? "practice" : "patient";
}
