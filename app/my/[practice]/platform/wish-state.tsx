import { Button } from "@mantine/core";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import { PlainForm } from "@/app/my/_kit/plain-form";
import { SendButton } from "@/app/my/_kit/send-button";
import { weekdayAndDay } from "@/app/my/[practice]/weekday-and-day";
import { routes } from "@/lib/routes";
import type { PersonsPlatform } from "@/lib/screens/my/platform";
import { declineProposalAction, goBackWayAction, keepWayAction, takeBackWishAction } from "./actions";
import { NotPossible } from "./not-possible";
import classes from "./platform.module.css";

type Wish = PersonsPlatform["wishes"][number];
type Props = {
  slug: string;
  practice: { timeZone: string };
  person: PersonsPlatform;
  wish: Wish;
};

/** Where a wish stands, in plain words, and what the patient may do next. */
export async function WishState({ slug, practice, person, wish }: Props) {
  const t = await getTranslations("wishes.mine");
  const language = await getLocale();
  const format = await getFormatter();
  const time = await timesIn(practice.timeZone);
  const { answer, state, steps } = wish;
  const way = wish.way ?? wish.other ?? t("notSureYet");
  const day = (on: string | null | undefined) => (on ? weekdayAndDay(on, language) : "");
  const ending = wish.endings["gone-back"] ?? wish.endings["taken-back"] ?? wish.endings.declined;
  const slots = {
    way,
    wish: wish.wish,
    side: wish.side,
    by: ending?.side ?? "patient",
    decision: answer?.decision ?? "",
    from: day(answer?.fromOn),
    until: day(answer?.trialUntil),
    answerBy: day(wish.answerBy),
    on: ending ? time(ending.at).date : "",
    since: wish.since ? time(wish.since).date : "",
    now: person.now ?? "",
  };
  const may = (step: Wish["steps"][number]) => steps.includes(step);
  const about = { wishId: wish.id };
  const decided = { ...about, seen: state };
  return (
    <section className={classes.card} aria-label={t("wishLabel", { way })}>
      <div role="status">
        {state === "not-possible" && answer ? (
          <NotPossible
            way={wish.wished ?? wish.other}
            answer={answer}
            language={language}
            remaining={person.remaining.length > 0 ? format.list(person.remaining) : null}
          />
        ) : (
          <p className={classes.state}>{t(`standing.${state}`, slots)}</p>
        )}
        {state === "waiting" && <p>{t("unexplained")}</p>}
        {answer?.reviewOn && may("keep") && <p>{t("review", { day: day(answer.reviewOn) })}</p>}
        {wish.acknowledgement?.kind === "explained" && wish.acknowledgement.explainedOn && (
          <p className={classes.hint}>{t("explained", { day: day(wish.acknowledgement.explainedOn) })}</p>
        )}
      </div>
      <div className={classes.buttons}>
        {may("acknowledge") && (
          <Button component="a" href={routes.readTradeOff(slug, wish.id)} size="lg" fullWidth>
            {t("readDifferent")}
          </Button>
        )}
        {may("keep") && (
          <PlainForm action={keepWayAction.bind(null, slug)} values={decided}>
            <SendButton variant="default">{t("keep", { way })}</SendButton>
          </PlainForm>
        )}
        {may("go-back") && (
          <PlainForm action={goBackWayAction.bind(null, slug)} values={decided}>
            <SendButton variant="default">
              {t(state === "trial-over" ? "stayBack" : "goBack", { before: wish.before ?? t("asUsual") })}
            </SendButton>
          </PlainForm>
        )}
        {may("decline") && (
          <PlainForm action={declineProposalAction.bind(null, slug)} values={about}>
            <SendButton variant="default">{t("decline")}</SendButton>
          </PlainForm>
        )}
        {may("take-back") && (
          <PlainForm action={takeBackWishAction.bind(null, slug)} values={about}>
            <SendButton variant="default">{t("takeBack")}</SendButton>
          </PlainForm>
        )}
      </div>
    </section>
  );
}
