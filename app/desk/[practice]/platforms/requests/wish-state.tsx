import { getLocale, getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import { shownDay } from "@/app/desk/_kit/day";
import tones from "@/app/desk/_kit/tones.module.css";
import type { DescribedWish } from "@/lib/wishes/describe-wish";
import type { ListedWish } from "@/lib/wishes/list-wishes";

type Props = {
  wish: DescribedWish & Partial<Pick<ListedWish, "isOverdue" | "isOwed" | "isReviewDue">>;
  timeZone: string;
};

/** Where a wish stands, with the day that matters next; what is late says so in words. */
export async function WishState({ wish, timeZone }: Props) {
  const t = await getTranslations("wishes");
  const language = await getLocale();
  const time = await timesIn(timeZone);
  const { answer, state, endings } = wish;
  const day = (on: string | null | undefined) => (on ? shownDay(on, language) : "");
  const ending = endings["gone-back"] ?? endings["taken-back"] ?? endings.declined ?? endings.kept;
  const words = t(`standing.${state}`, {
    side: wish.side,
    by: ending?.side ?? "practice",
    decision: answer?.decision ?? "",
    from: day(answer?.fromOn),
    until: day(answer?.trialUntil),
    since: wish.since ? time(wish.since).date : "",
    on: ending ? time(ending.at).date : "",
    why: answer?.hindrance ? t(`hindrance.${answer.hindrance}`) : "",
  });
  return (
    <>
      {words}
      {wish.isOwed && (
        <span className={wish.isOverdue ? tones.soon : tones.quiet}>
          {" "}
          {t(wish.isOverdue ? "overdue" : "answerBy", { day: day(wish.answerBy) })}
        </span>
      )}
      {wish.isReviewDue && answer?.reviewOn && (
        <span className={tones.soon}> {t("reviewDue", { day: day(answer.reviewOn) })}</span>
      )}
    </>
  );
}
