import { getLocale, getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import { shownDay } from "@/app/desk/_kit/day";
import tones from "@/app/desk/_kit/tones.module.css";
import { WriteNextButton } from "@/app/desk/[practice]/disclosures/write-next-button";
import { languages } from "@/lib/languages";
import { routes } from "@/lib/routes";
import type { watchPage } from "@/lib/screens/desk/watch";
import { ConcludeForm } from "./conclude-form";
import classes from "./watch.module.css";

type Watch = Awaited<ReturnType<typeof watchPage>>;

/** One change outside: what it was, what followed, and the step that is still owed. */
export async function WatchEntry(props: { practice: string; entry: Watch["entries"][number]; watch: Watch }) {
  const { practice, entry, watch } = props;
  const t = await getTranslations("watch");
  const time = await timesIn(watch.timeZone);
  const { conclusion, concludedAt, forPatients } = entry;
  return (
    <li id={entry.id} data-row>
      <h2>{entry.subject}</h2>
      <p className={tones.quiet}>
        {t("changed", { day: shownDay(entry.changedOn, await getLocale()) })}.{" "}
        {t("noted", { name: entry.notedByName, date: time(entry.notedAt).date })}
      </p>
      <p className={classes.what}>{entry.what}</p>
      {entry.link && (
        <p>
          <a href={entry.link} rel="noreferrer">
            {t("link")}
          </a>{" "}
          <span className={tones.quiet}>{URL.parse(entry.link)?.hostname}</span>
        </p>
      )}
      <p>
        {t("touches")}:{" "}
        {entry.texts.map(({ id, title }, index) => (
          <span key={id}>
            {index > 0 && ", "}
            <a href={routes.disclosure(practice, id)}>{title}</a>
          </span>
        ))}
      </p>
      {conclusion && concludedAt ? (
        <>
          <p>
            <strong>
              {t("concluded", {
                conclusion: t(`conclusion.${conclusion}`),
                date: time(concludedAt).date,
              })}
            </strong>
          </p>
          {entry.note && <p className={classes.what}>{t("note", { note: entry.note })}</p>}
          {languages.map(
            (language) =>
              forPatients?.[language] && (
                <p key={language}>
                  {t("forPatients")} <q lang={language}>{forPatients[language]}</q>
                </p>
              ),
          )}
        </>
      ) : (
        <p>{t("open")}</p>
      )}
      {watch.mayWatch && !conclusion && <ConcludeForm practice={practice} entryId={entry.id} />}
      {watch.mayWrite &&
        entry.texts
          .filter(({ isToWrite }) => isToWrite)
          .map(({ id, title }) => (
            <WriteNextButton key={id} practice={practice} disclosureId={id} label={t("write", { title })} />
          ))}
    </li>
  );
}
