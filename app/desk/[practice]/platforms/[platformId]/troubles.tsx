import { getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import finding from "@/app/desk/_kit/finding.module.css";
import { Name } from "@/app/desk/_kit/name";
import tones from "@/app/desk/_kit/tones.module.css";
import classes from "@/app/desk/[practice]/platforms/platforms.module.css";
import { routes } from "@/lib/routes";
import type { PlatformPageData } from "@/lib/screens/desk/platform";

const shown = 50;

/** What did not work there, newest first; a patient whom one may not see has no name. */
export async function Troubles({ practice, page }: { practice: string; page: PlatformPageData }) {
  const t = await getTranslations("platforms");
  const time = await timesIn(page.timeZone);
  const { troubles } = page;
  return (
    <section aria-labelledby="troubles" className={classes.section}>
      <h2 id="troubles">{t("trouble.title")}</h2>
      <p className={finding.count}>
        {t("trouble.counted", { count: troubles.length })}{" "}
        {troubles.length > shown && t("trouble.latest", { shown })}
      </p>
      <ul className={classes.plain}>
        {troubles.slice(0, shown).map((one) => (
          <li key={one.id}>
            <span className={tones.quiet}>{time(one.reportedAt).both}</span> {t(`trouble.kind.${one.kind}`)}
            {": "}
            {one.patient ? (
              <a href={routes.patient(practice, one.patient.id)}>
                <Name>{one.patient.legalName}</Name>
              </a>
            ) : (
              t("trouble.somebody")
            )}
            {", "}
            {one.byName ? t("trouble.by", { name: one.byName }) : t("trouble.byPatient")}
          </li>
        ))}
      </ul>
    </section>
  );
}
