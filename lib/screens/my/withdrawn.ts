import { and, asc, desc, eq, inArray, max, not } from "drizzle-orm";
import { isPutBack } from "@/db/is-put-back";
import { withdrawalItems, withdrawals } from "@/db/schema";
import { listRequestFacts, type PlacedRequest } from "@/lib/consents/request-facts";
import type { PatientContext } from "@/lib/context";
import { getShownVersion } from "@/lib/disclosures/queries";
import { findDocumentOf } from "@/lib/documents/queries";
import { listPromises } from "@/lib/duties/queries";
import { isSettled } from "@/lib/duties/rules";
import { NotFound } from "@/lib/errors";
import { readPage, type Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { getPatients } from "@/lib/patients/queries";
import { whereTheyMeet } from "@/lib/platforms/where-they-meet";
import { getPractice } from "@/lib/practices/queries";
import { putBackUntil, whyNotPutBack } from "@/lib/withdrawals/rules";
import { listSpoken } from "@/lib/withdrawals/spoken-withdrawals";
import { findWithdrawnTogether } from "@/lib/withdrawals/withdrawn-together";

export type TakenText = Awaited<ReturnType<typeof takenText>>;

/** What a patient sees after taking something back: since when, what stops, what stays, what follows, and the copy. */
export async function withdrawnPage(ctx: PatientContext, answerId: string, language: Language) {
  return readPage(ctx, async (tx, now) => {
    const facts = await listRequestFacts(tx, ctx, ctx.patientIds);
    if (!facts.some(({ answer }) => answer?.id === answerId)) throw new NotFound();
    const ofAnswer = and(eq(withdrawals.practiceId, ctx.practiceId), eq(withdrawals.answerId, answerId));
    const [withdrawal] = await tx
      .select()
      .from(withdrawals)
      .where(and(ofAnswer, not(isPutBack())))
      .orderBy(desc(withdrawals.withdrawnAt), desc(withdrawals.id))
      .limit(1);
    if (!withdrawal) return null;
    return {
      practice: await shownPractice(tx, ctx),
      withdrawnAt: withdrawal.withdrawnAt,
      ...(await takenText(tx, ctx, withdrawal, facts, language, now)),
    };
  });
}

/** The same for everything that a patient took back with their last act. */
export async function takenBackPage(ctx: PatientContext, patientId: string, language: Language) {
  return readPage(ctx, async (tx, now) => {
    const [patient] = await getPatients(tx, ctx, ctx.patientIds.includes(patientId) ? [patientId] : []);
    if (!patient) throw new NotFound();
    const ofPatient = and(eq(withdrawals.practiceId, ctx.practiceId), eq(withdrawals.patientId, patientId));
    const [last] = await tx
      .select({ at: max(withdrawals.withdrawnAt) })
      .from(withdrawals)
      .where(ofPatient);
    if (!last?.at) return null;
    const together = await tx
      .select()
      .from(withdrawals)
      .where(and(ofPatient, eq(withdrawals.withdrawnAt, last.at)))
      .orderBy(asc(withdrawals.id));
    const facts = await listRequestFacts(tx, ctx, [patientId]);
    const texts: TakenText[] = [];
    for (const one of together) texts.push(await takenText(tx, ctx, one, facts, language, now));
    const act = await findWithdrawnTogether(tx, ctx, patientId);
    const putBack = act?.withdrawnAt.getTime() === last.at.getTime() ? putBackOf(act, ctx.userId, now) : null;
    return { practice: await shownPractice(tx, ctx), withdrawnAt: last.at, putBack, texts };
  });
}

type Together = NonNullable<Awaited<ReturnType<typeof findWithdrawnTogether>>>;

/** When it was put back, or until when it may be, or neither. */
function putBackOf(act: Together, userId: string, now: Date) {
  const { togetherId, withdrawnAt, putBackAt } = act;
  if (putBackAt) {
    const anew = act.taken.filter(({ isAnsweredAnew }) => isAnsweredAnew);
    return { at: putBackAt, notBack: anew.map(({ withdrawal }) => withdrawal.answerId) } as const;
  }
  if (whyNotPutBack(act, userId, now)) return null;
  return { at: null, togetherId, until: putBackUntil(withdrawnAt) } as const;
}

type Withdrawal = typeof withdrawals.$inferSelect;

async function takenText(
  tx: Tx,
  ctx: PatientContext,
  withdrawal: Withdrawal,
  facts: readonly PlacedRequest[],
  language: Language,
  now: Date,
) {
  const { id, answerId } = withdrawal;
  const answer = facts.flatMap((request) => request.answer ?? []).find((one) => one.id === answerId);
  if (!answer) throw new NotFound();
  const text = await getShownVersion(tx, ctx, answer.versionId, language);
  const itemIds = await itemsOf(tx, ctx, [id]);
  const labelled = (ids: readonly string[]) =>
    text.items.filter((item) => ids.includes(item.id)).map(({ label }) => label);
  const allowed = answer.items.filter(({ answer: said, withdrawnAt }) => said === "yes" && !withdrawnAt);
  const spoken = withdrawal.notedBy ? (await listSpoken(tx, ctx, [answerId])).get(answerId) : null;
  return {
    answerId,
    title: text.title,
    /** In which title and uses are written. */
    language: text.language,
    stopped: labelled(itemIds),
    stays: labelled(allowed.map(({ itemId }) => itemId)),
    notedBy: spoken?.noterName ?? null,
    promises: await promisesOf(tx, ctx, withdrawal, now),
    document: await findDocumentOf(tx, ctx, id),
  };
}

async function promisesOf(tx: Tx, ctx: PatientContext, { id, patientId }: Withdrawal, now: Date) {
  const promised = await listPromises(tx, ctx, [id]);
  const isAboutMeeting = promised.some(({ kind }) => kind === "agree-on-platform");
  const meets = isAboutMeeting ? (await whereTheyMeet(tx, ctx, [patientId], now))(patientId) : null;
  return promised.map((one) => ({ ...one, isSettled: isSettled(one, meets) }));
}

async function shownPractice(tx: Tx, ctx: PatientContext) {
  const { name, phone, timeZone, crisisLine } = await getPractice(tx, ctx);
  return { name, phone, timeZone, crisisLine };
}

async function itemsOf(tx: Tx, { practiceId }: PatientContext, withdrawalIds: string[]) {
  const rows = await tx
    .select({ itemId: withdrawalItems.itemId })
    .from(withdrawalItems)
    .where(
      and(eq(withdrawalItems.practiceId, practiceId), inArray(withdrawalItems.withdrawalId, withdrawalIds)),
    );
  return rows.map(({ itemId }) => itemId);
}
