import { getLocale, getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import { shownDay } from "@/app/desk/_kit/day";
import type { EarlierAgreement } from "@/lib/agreements/queries";
import type { Language } from "@/lib/languages";
import { routes } from "@/lib/routes";
import classes from "./consents.module.css";

type Props = {
  agreements: (EarlierAgreement & { title: string; language: Language | undefined })[];
  timeZone: string;
  level: 2 | 3;
};

/** What was agreed before, as what it is: on paper or by mail, and not signed here. */
export async function EarlierAgreements({ agreements, timeZone, level }: Props) {
  if (agreements.length === 0) return null;
  const t = await getTranslations("agreements.mine");
  const language = await getLocale();
  const shown = await timesIn(timeZone);
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className={classes.consent} aria-label={t("title")}>
      <Heading className={classes.heading}>{t("title")}</Heading>
      <p className={classes.when}>{t("what")}</p>
      {agreements.map(
        ({ id, title, language: written, form, agreedOn, uses, wordsLanguage, notedAt, notedByName }) => (
          <div key={id} className={classes.before}>
            <p className={classes.state}>
              <strong id={`agreement-${id}`} lang={written}>
                {title}
              </strong>
            </p>
            <p className={classes.state}>{t("agreed", { form, date: shownDay(agreedOn, language) })}</p>
            {wordsLanguage && wordsLanguage !== language && (
              <p className={classes.when}>{t("writtenIn", { language: wordsLanguage })}</p>
            )}
            <ul lang={wordsLanguage ?? undefined}>
              {uses.map((use) => (
                <li key={use}>{use}</li>
              ))}
            </ul>
            <p className={classes.when}>{t("noted", { name: notedByName, date: shown(notedAt).date })}</p>
            <p className={classes.copy}>
              <a href={routes.agreement(id)} aria-describedby={`agreement-${id}`}>
                {t("download")}
              </a>
            </p>
          </div>
        ),
      )}
    </section>
  );
}
