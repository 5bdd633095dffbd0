import { getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import { eventSentences } from "@/app/desk/_kit/event-sentences";
import { Sentence } from "@/app/desk/_kit/name";
import { withQuery } from "@/app/desk/_kit/search-params";
import tones from "@/app/desk/_kit/tones.module.css";
import { routes } from "@/lib/routes";
import type { PatientPageData } from "@/lib/screens/desk/patient";
import { mostCounted } from "@/lib/screens/desk/trail";
import classes from "./patient.module.css";

/** Everything that happened, newest first, as the trail has it. */
export async function PatientHistory({ practice, page }: { practice: string; page: PatientPageData }) {
  const t = await getTranslations("patients.one");
  const time = await timesIn(page.timeZone);
  const sentenceOf = await eventSentences();
  const { entries, matches } = page.trail;
  const { zone } = time(page.now);
  return (
    <section id="story" className={classes.section}>
      <h2>{t("part.story")}</h2>
      <p className={tones.quiet}>
        {matches === null
          ? t("storyCountedMany", { shown: entries.length, counted: mostCounted, zone })
          : t("storyCounted", { shown: entries.length, matches, zone })}{" "}
        {matches !== entries.length && (
          <a href={withQuery(routes.audit(practice), { patient: page.patient.id })}>{t("storyAll")}</a>
        )}
      </p>
      <ol className={classes.story}>
        {entries.map((entry) => (
          <li key={entry.seq}>
            <time dateTime={entry.at.toISOString()}>{time(entry.at).both}</time>
            <span>
              <Sentence>{sentenceOf(entry)}</Sentence>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
