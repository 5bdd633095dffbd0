import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import { shownDay } from "@/app/desk/_kit/day";
import { NotPossible } from "@/app/my/[practice]/platform/not-possible";
import type { WishPage } from "@/lib/screens/desk/wish";
import classes from "./request.module.css";

/** What the practice said to it; of "not possible", as the patient reads it. */
export async function Answered({ page }: { page: WishPage }) {
  const { answer } = page.wish;
  if (!answer) return null;
  const t = await getTranslations("wishes");
  const language = await getLocale();
  const time = await timesIn(page.timeZone);
  const theirs = page.patient.language;
  const format = await getFormatter({ locale: theirs });
  const said = { by: page.answeredBy ?? "", at: time(answer.answeredAt).both };
  return (
    <>
      <p>{t("answered", said)}</p>
      {answer.reviewOn && <p>{t("reviewOn", { day: shownDay(answer.reviewOn, language) })}</p>}
      {answer.decision === "not-possible" && (
        <blockquote lang={theirs} className={classes.reads} aria-label={t("asTheyRead")}>
          <NotPossible
            way={page.wish.wished ?? page.wish.other}
            answer={answer}
            language={theirs}
            remaining={format.list(page.remaining(theirs))}
          />
        </blockquote>
      )}
    </>
  );
}
