import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { readPage } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { platformName } from "@/lib/platforms/platform-name";
import { listDefaults, listPlatforms, platformsOfRecord } from "@/lib/platforms/queries";
import { whyNotPlaceOn } from "@/lib/platforms/rules";
import { whereTheyMeet } from "@/lib/platforms/where-they-meet";
import { getPractice, listStaff } from "@/lib/practices/queries";
import { whyNotMay } from "@/lib/roles";
import { comparisonMarkdown } from "@/lib/trade-offs/compose-trade-off";
import { describeWish } from "@/lib/wishes/describe-wish";
import { listNextAppointments } from "@/lib/wishes/next-appointments";
import { getWish } from "@/lib/wishes/queries";
import { owedSince } from "@/lib/wishes/rules";
import { wishReason } from "@/lib/wishes/sealed-words";

/** One wish with everything that helps to answer it. The reason is for those who may read reasons. */
export async function wishPage(ctx: StaffContext, wishId: string, language: Language) {
  return readPage(ctx, async (tx, now) => {
    const { wish, patient } = await getWish(tx, ctx, wishId, "see-patients");
    const practice = await getPractice(tx, ctx);
    const { timeZone, platformAnswerDays: answerDays } = practice;
    const day = today(now, timeZone);
    const platforms = await listPlatforms(tx, ctx);
    const defaults = await listDefaults(tx, ctx);
    const around = { now, timeZone, answerDays, language, platforms, defaults };
    const shown = describeWish(ctx, wish, "practice", around);
    const record = (await platformsOfRecord(tx, ctx, [patient.id], now))({ patientId: patient.id });
    const here = platforms.find(({ id }) => id === record?.platformId) ?? null;
    const there = platforms.find(({ id }) => id === shown.platformId) ?? null;
    const [next] = await listNextAppointments(tx, ctx, [patient.id]);
    const placeOn = (platform: (typeof platforms)[number]) => whyNotPlaceOn(platform, practice, day);
    const mayAnswer = whyNotMay(ctx, "answer-wishes") === null;
    const isOwed = owedSince(wish, shown.state) !== null;
    const staff = await listStaff(tx, ctx);
    return {
      timeZone,
      day,
      patient: { id: patient.id, legalName: patient.legalName, language: patient.language },
      wish: shown,
      wishedBy: staff.find(({ id }) => id === wish.byStaff)?.name ?? null,
      answeredBy: staff.find(({ id }) => id === shown.answer?.answeredBy)?.name ?? null,
      hasReason: wish.sealedReason !== null,
      reason:
        whyNotMay(ctx, "read-reasons") === null ? wishReason.open(ctx, wish.id, wish.sealedReason) : null,
      mayReadReason: whyNotMay(ctx, "read-reasons") === null,
      isOverdue: isOwed && shown.answerBy < day,
      isOwed,
      now: here && platformName(here, language),
      meets: (await whereTheyMeet(tx, ctx, [patient.id], now))(patient.id),
      next: next
        ? {
            side: next.side,
            way: wayOf(
              platforms.find(({ id }) => id === next.platformId),
              language,
            ),
          }
        : null,
      /** What differs from where they meet now, before anything is agreed. */
      comparison: there && here?.id !== there.id ? comparisonMarkdown(here, there, day, language) : null,
      hindrance: there ? placeOn(there) : null,
      ways: platforms
        .filter((platform) => platform.id !== here?.id && placeOn(platform) === null)
        .map((platform) => ({ id: platform.id, label: platformName(platform, language) })),
      remaining: (theirs: Language) =>
        platforms
          .filter((platform) => placeOn(platform) === null)
          .map((platform) => platformName(platform, theirs)),
      /** The conversation about it that waits for its outcome, for who may note that. */
      toConclude:
        shown.state === "talking" && whyNotMay(ctx, "conclude-conversations") === null
          ? (shown.talk?.conversationId ?? null)
          : null,
      steps: mayAnswer ? shown.steps : [],
    };
  });
}

export type WishPage = Awaited<ReturnType<typeof wishPage>>;

function wayOf(platform: Parameters<typeof platformName>[0] | undefined, language: Language): string {
  return platform ? platformName(platform, language) : "";
}
