import { getLocale, getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import { Act } from "@/app/desk/_kit/act";
import { marked } from "@/app/desk/_kit/name";
import tones from "@/app/desk/_kit/tones.module.css";
import { placePatientAction } from "@/app/desk/[practice]/platforms/actions";
import { PlaceStep } from "@/app/desk/[practice]/platforms/place-step";
import { asLanguage } from "@/lib/languages";
import { platformName } from "@/lib/platforms/platform-name";
import type { PatientPageData } from "@/lib/screens/desk/patient";
import { MeetingWords } from "./meeting-words";
import classes from "./patient.module.css";

/** How they meet, what was said of them alone, and the steps to something else and back. */
export async function MeetingPart({ practice, page }: { practice: string; page: PatientPageData }) {
  const { placing, patient } = page;
  if (!placing) return null;
  const t = await getTranslations("placing.patient");
  const time = await timesIn(page.timeZone);
  const language = asLanguage(await getLocale());
  const name = marked(patient.legalName);
  const mayChange = placing.mayPlace && !patient.archivedAt;
  const isBackPossible = placing.meets?.isOwn || placing.isLater;
  return (
    <section id="meeting" aria-labelledby="meeting-title" className={classes.section}>
      <h2 id="meeting-title">{t("title")}</h2>
      <p>
        <MeetingWords meets={placing.meets} timeZone={page.timeZone} />
      </p>
      {mayChange && (
        <div className={classes.actions}>
          <PlaceStep
            practice={practice}
            owner={{ patientId: patient.id }}
            choices={placing.choices.map((one) => ({ id: one.id, name: platformName(one, language) }))}
            day={page.day}
            name={name}
          />
          {isBackPossible && (
            <Act
              action={placePatientAction.bind(null, practice)}
              fields={{ patientId: patient.id, platformId: "", from: "" }}
              label={t("back")}
              done={{ words: t("wentBack", { name }) }}
            />
          )}
        </div>
      )}
      {placing.history.length > 0 && (
        <ul className={classes.story} aria-label={t("history")}>
          {placing.history.map((one) => (
            <li key={one.id}>
              <time dateTime={one.placedAt.toISOString()}>{time(one.placedAt).both}</time>
              <span>
                {one.platform
                  ? t(one.until ? "placedUntil" : "placed", {
                      platform: platformName(one.platform, language),
                      date: time(one.since).date,
                      until: one.until ? time(one.until).date : "",
                    })
                  : t("placedBack", { date: time(one.since).date })}{" "}
                {one.by && <span className={tones.quiet}>{t("by", { name: one.by })}</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
