import { getLocale, getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import { shownDay } from "@/app/desk/_kit/day";
import { marked } from "@/app/desk/_kit/name";
import tones from "@/app/desk/_kit/tones.module.css";
import { agreementForms } from "@/lib/agreements/rules";
import { languages } from "@/lib/languages";
import { routes } from "@/lib/routes";
import type { PatientPageData } from "@/lib/screens/desk/patient";
import { NoteAgreement } from "./note-agreement";
import classes from "./patient.module.css";

/** What was agreed before, as what it is: never a signature, never a consent. */
export async function Agreements({ practice, page }: { practice: string; page: PatientPageData }) {
  const t = await getTranslations("aftermath.agreement");
  const time = await timesIn(page.timeZone);
  const language = await getLocale();
  const named = await getTranslations("patients.one");
  const theirs = page.patient.language;
  return (
    <section id="agreements" aria-label={t("title")} className={classes.section}>
      <h2>{t("title")}</h2>
      <p className={tones.quiet}>{t(page.agreements.length === 0 ? "none" : "what")}</p>
      <ul className={classes.story}>
        {page.agreements.map((one) => (
          <li key={one.id}>
            <time dateTime={one.agreedOn}>{shownDay(one.agreedOn, language)}</time>
            <div>
              <p>
                {t("agreed", { form: one.form, title: one.title })}{" "}
                <span lang={one.wordsLanguage ?? undefined}>{one.uses.join("; ")}</span>
              </p>
              <p className={tones.small}>
                <a href={routes.agreement(one.id)}>{t("file", { file: one.fileName })}</a>{" "}
                {t("noted", { name: one.notedByName, date: time(one.notedAt).date })}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {page.may.noteAgreement && (
        <NoteAgreement
          to={routes.agreements(practice, page.patient.id)}
          texts={page.consents.map(({ disclosure, current }) => ({
            value: disclosure.id,
            label: current?.title ?? "",
          }))}
          forms={agreementForms.map((value) => ({ value, label: t(`form.${value}`) }))}
          languages={[theirs, ...languages.filter((one) => one !== theirs)].map((value) => ({
            value,
            label: named(`languages.${value}`),
          }))}
          day={page.day}
          done={{ words: t("filed", { name: marked(page.patient.legalName) }) }}
        />
      )}
    </section>
  );
}
