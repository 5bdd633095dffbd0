import { getLocale, getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import { wherePhrase } from "@/app/_ui/where-phrase";
import { asLanguage } from "@/lib/languages";
import { platformName } from "@/lib/platforms/platform-name";
import type { Meeting } from "@/lib/platforms/where-they-meet";
import classes from "./pages.module.css";
import { WayToAgree } from "./to-agree";

type Props = { meets: Meeting | null; timeZone: string };

/** How this person and the practice meet now, until when that is a trial, and what comes. */
export async function WhereWeMeet({ meets, timeZone }: Props) {
  if (!meets) return null;
  const t = await getTranslations("placing.mine");
  const shown = await timesIn(timeZone);
  const language = asLanguage(await getLocale());
  const { platform, since, trialUntil, next, toAgree } = meets;
  return (
    <p className={classes.meeting}>
      {toAgree ? (
        <WayToAgree platform={platform} toAgree={toAgree} />
      ) : (
        <strong>{t("now", { platform: platformName(platform, language) })}</strong>
      )}{" "}
      <span className={classes.detail}>
        {!toAgree && `${t("since", { date: shown(since).date })} `}
        {trialUntil && `${t("trial", { date: shown(trialUntil).date })} `}
        {next && t("next", { date: shown(next.at).date, platform: platformName(next.platform, language) })}
      </span>
    </p>
  );
}

/** Under a text that says how the practice meets: how this patient does, unless they took that back. */
export async function MeetsLike({ meets, timeZone }: Props) {
  if (!meets || meets.toAgree) return null;
  const t = await getTranslations("placing.mine");
  const shown = await timesIn(timeZone);
  const where = (await wherePhrase())(meets.platform);
  const since = { where, date: shown(meets.since).date };
  const { trialUntil } = meets;
  return (
    <p className={classes.meeting}>
      {trialUntil ? t("weMeetTrial", { ...since, until: shown(trialUntil).date }) : t("weMeet", since)}
    </p>
  );
}
