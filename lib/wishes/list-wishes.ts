import { and, eq } from "drizzle-orm";
import { patientArchivings, patients } from "@/db/schema";
import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import type { Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { openArchiving, visiblePatients } from "@/lib/patients/queries";
import { platformName } from "@/lib/platforms/platform-name";
import { listDefaults, listPlatforms } from "@/lib/platforms/queries";
import { getPractice } from "@/lib/practices/queries";
import { whyNotMay } from "@/lib/roles";
import { describeWish } from "./describe-wish";
import { listNextAppointments } from "./next-appointments";
import { listWishes } from "./queries";
import { isReviewDue, owedSince } from "./rules";

/** The wishes of patients in care whom one may see, as their screens show them, with whose they are. */
export async function listShownWishes(tx: Tx, ctx: StaffContext, now: Date, language: Language) {
  const { timeZone, platformAnswerDays: answerDays } = await getPractice(tx, ctx);
  const platforms = await listPlatforms(tx, ctx);
  const defaults = await listDefaults(tx, ctx);
  const around = { now, timeZone, answerDays, language, platforms, defaults };
  const day = today(now, timeZone);
  const names = new Map((await listSeen(tx, ctx)).map((one) => [one.id, one]));
  return (await listWishes(tx, ctx, null)).flatMap((wish) => {
    const whose = names.get(wish.patientId);
    if (!whose) return [];
    const shown = describeWish(ctx, wish, "practice", around);
    const isOwed = owedSince(wish, shown.state) !== null && whose.archivedAt === null;
    return {
      ...shown,
      legalName: whose.legalName,
      isInCare: whose.archivedAt === null,
      isOwed,
      isOverdue: isOwed && shown.answerBy < day,
      isReviewDue: whose.archivedAt === null && isReviewDue(wish, shown.state, day),
    };
  });
}

export type ListedWish = Awaited<ReturnType<typeof listShownWishes>>[number];

/** What waits for somebody of the practice about how they meet, the longest wait first. */
export async function waitingWishes(tx: Tx, ctx: StaffContext, now: Date, language: Language) {
  const wishes = (await listShownWishes(tx, ctx, now, language)).reverse();
  const platforms = await listPlatforms(tx, ctx);
  const chosen = await listNextAppointments(tx, ctx, null);
  const names = new Map((await listSeen(tx, ctx)).map(({ id, legalName }) => [id, legalName]));
  return {
    toAnswer: wishes.filter(({ isOwed }) => isOwed),
    toReview: wishes.filter(({ isReviewDue: isDue }) => isDue),
    next: chosen.flatMap(({ id, patientId, platformId, side }) => {
      const legalName = names.get(patientId);
      const platform = platforms.find((one) => one.id === platformId);
      if (!legalName || !platform) return [];
      return { id, patientId, side, legalName, way: platformName(platform, language) };
    }),
    mayNoteNext: whyNotMay(ctx, "note-appointments") === null,
  };
}

function listSeen(tx: Tx, ctx: StaffContext) {
  return tx
    .select({ id: patients.id, legalName: patients.legalName, archivedAt: patientArchivings.archivedAt })
    .from(patients)
    .leftJoin(patientArchivings, openArchiving())
    .where(and(eq(patients.practiceId, ctx.practiceId), visiblePatients(ctx, "see-patients")));
}
