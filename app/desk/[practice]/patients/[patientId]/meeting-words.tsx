import { getLocale, getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import { wherePhrase } from "@/app/_ui/where-phrase";
import { shownDay } from "@/app/desk/_kit/day";
import { asLanguage } from "@/lib/languages";
import { platformName } from "@/lib/platforms/platform-name";
import type { Meeting } from "@/lib/platforms/where-they-meet";

/** The platform of record in one line: since when, whose it is, until when a trial, and what comes. */
export async function MeetingWords({ meets, timeZone }: { meets: Meeting | null; timeZone: string }) {
  const t = await getTranslations("placing.patient");
  if (!meets) return <>{t("none")}</>;
  const language = asLanguage(await getLocale());
  const time = await timesIn(timeZone);
  const { platform, since, isOwn, trialUntil, next, toAgree } = meets;
  const said = { platform: platformName(platform, language), date: time(since).date };
  const where = (await wherePhrase())(platform);
  return (
    <>
      {toAgree
        ? t(toAgree.isOverdue ? "toAgreeLate" : "toAgree", {
            date: time(toAgree.takenBackAt).date,
            where,
            due: shownDay(toAgree.dueOn, language),
          })
        : trialUntil
          ? t("trial", { ...said, until: time(trialUntil).date })
          : t(isOwn ? "own" : "common", said)}
      {next && ` ${t("next", { platform: platformName(next.platform, language), date: time(next.at).date })}`}
    </>
  );
}
