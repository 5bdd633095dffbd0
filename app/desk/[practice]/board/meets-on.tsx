import { getLocale, getTranslations } from "next-intl/server";
import tones from "@/app/desk/_kit/tones.module.css";
import { asLanguage } from "@/lib/languages";
import { platformName } from "@/lib/platforms/platform-name";
import type { Meeting } from "@/lib/platforms/where-they-meet";

/** What one patient meets on, whether it is their own, and what comes. */
export async function MeetsOn(props: { meets: Meeting | null; dayOf: (at: Date) => string }) {
  const { meets, dayOf } = props;
  if (!meets) return <span className={tones.quiet}>–</span>;
  const t = await getTranslations("placing.board");
  const language = asLanguage(await getLocale());
  const { platform, isOwn, trialUntil, next, toAgree } = meets;
  return (
    <span>
      {platformName(platform, language)}
      {toAgree && <span className={`${tones.small} ${tones.soon}`}>{t("toAgree")}</span>}
      {isOwn && (
        <span className={`${tones.small} ${tones.quiet}`}>
          {trialUntil ? t("trial", { date: dayOf(trialUntil) }) : t("own")}
        </span>
      )}
      {next && (
        <span className={`${tones.small} ${tones.quiet}`}>
          {t("next", { platform: platformName(next.platform, language), date: dayOf(next.at) })}
        </span>
      )}
    </span>
  );
}
