import type { Context } from "@/lib/context";
import { daysAfter, today } from "@/lib/dates";
import type { Language } from "@/lib/languages";
import { type NamedPlatform, platformName } from "@/lib/platforms/platform-name";
import { countingPlacement, type DefaultFacts, practiceDefault } from "@/lib/platforms/platform-of-record";
import type { PlatformWish } from "./queries";
import { finalAnswer, nextSteps, type Side, wishState } from "./rules";
import { answerWords, wishOther } from "./sealed-words";

export type WishSurroundings = {
  now: Date;
  timeZone: string;
  answerDays: number;
  language: Language;
  platforms: readonly (NamedPlatform & { id: string })[];
  defaults: readonly DefaultFacts[];
};

export type DescribedWish = ReturnType<typeof describeWish>;

/** A wish as either side's screens show it: where it stands, in whose words, and what this side may do next. */
export function describeWish(ctx: Context, wish: PlatformWish, side: Side, around: WishSurroundings) {
  const { now, timeZone, language } = around;
  const day = today(now, timeZone);
  const state = wishState(wish, now, day);
  const answer = finalAnswer(wish);
  const named = (id: string | null | undefined) => {
    const platform = around.platforms.find((one) => one.id === id);
    return platform ? platformName(platform, language) : null;
  };
  const own = wish.placements.filter(({ wishId }) => wishId === wish.id);
  const others = wish.placements.filter(({ wishId }) => wishId !== wish.id);
  const before =
    countingPlacement(others, now)?.platformId ?? practiceDefault(around.defaults, now)?.platformId;
  return {
    id: wish.id,
    patientId: wish.patientId,
    wish: wish.wish,
    side: wish.side,
    wantedAt: wish.wantedAt,
    state,
    /** Where they would meet: what was answered, or else what was named. Null while neither names any. */
    way: named(answer?.platformId ?? wish.platformId),
    wished: named(wish.platformId),
    platformId: answer?.platformId ?? wish.platformId,
    other: wishOther.open(ctx, wish.id, wish.sealedOther),
    answer: answer && {
      decision: answer.decision,
      fromOn: answer.fromOn,
      trialUntil: answer.trialUntil,
      reviewOn: answer.reviewOn,
      hindrance: answer.hindrance,
      words: answerWords.open(ctx, answer.id, answer.sealedWords),
      wordsLanguage: answer.wordsLanguage,
      answeredAt: answer.answeredAt,
      answeredBy: answer.answeredBy,
    },
    talk: wish.talk,
    acknowledgement: wish.acknowledgement && {
      id: wish.acknowledgement.id,
      kind: wish.acknowledgement.kind,
      explainedOn: wish.acknowledgement.explainedOn,
      acknowledgedAt: wish.acknowledgement.acknowledgedAt,
    },
    endings: wish.endings,
    since: own.find(({ origin }) => origin === "request")?.since ?? null,
    /** What counts without it: where going back leads. */
    before: named(before),
    answerBy: daysAfter(today(wish.talk?.concludedAt ?? wish.wantedAt, timeZone), around.answerDays),
    steps: nextSteps(wish, state, side),
  };
}
