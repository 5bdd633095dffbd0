import { getLocale, getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import { shownDay } from "@/app/desk/_kit/day";
import tones from "@/app/desk/_kit/tones.module.css";
import { languages } from "@/lib/languages";
import { routes } from "@/lib/routes";
import type { DisclosurePage } from "@/lib/screens/desk/disclosures";

type Props = { practice: string; version: DisclosurePage["versions"][number]; timeZone: string };

/** What is known about a version beside its texts: what it changed, from when, until when, and who published it. */
export async function VersionFacts({ practice, version, timeZone }: Props) {
  const t = await getTranslations("disclosures");
  const words = await getTranslations("disclosures.givenOut");
  const time = await timesIn(timeZone);
  const day = (at: string) => shownDay(at, locale);
  const locale = await getLocale();
  const { effectiveFrom, earlierAnswersUntil, publishedAt, publishedByName, reviewBy, campaign } = version;
  const published = time(publishedAt).both;
  const lacking = languages.filter((one) => !version.texts.some(({ language }) => language === one));
  return (
    <div className={tones.quiet}>
      <p>
        {t("since", { date: time(effectiveFrom).both, zone: time(effectiveFrom).zone })}{" "}
        {t(`change.${version.number === 1 ? "first" : version.change}`)}{" "}
        {earlierAnswersUntil && t("earlierUntil", { date: time(earlierAnswersUntil).date })}{" "}
        {version.answersLastMonths && words("lasts", { months: version.answersLastMonths })}
      </p>
      <p>
        {publishedByName
          ? words("publishedBy", { date: published, name: publishedByName })
          : words("publishedBySystem", { date: published })}{" "}
        {reviewBy && words("reviewBy", { day: day(reviewBy) })}{" "}
        {lacking.map((language) => words("noText", { language })).join(" ")}
      </p>
      {campaign && (
        <p>
          {campaign.stoppedAt && words("askingStopped", { date: time(campaign.stoppedAt).date })}{" "}
          <a href={routes.campaign(practice, version.disclosureId)}>{words("asking")}</a>
        </p>
      )}
    </div>
  );
}
