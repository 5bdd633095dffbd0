import { getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import { type EventName, eventKey } from "@/lib/audit/events";
import type { Activity } from "@/lib/screens/my/activity";
import type { LocaleTexts } from "@/locales/texts";
import classes from "./activity.module.css";

type Props = {
  day: string;
  entries: Activity[];
  practice: { name: string; timeZone: string };
  severalPatients: boolean;
};

/** One day of the record, in sentences; what the person did themself says so. */
export async function ActivityDay({ day, entries, practice, severalPatients }: Props) {
  const t = await getTranslations("trail.mine");
  const tell = await getTranslations("audit.activity");
  const shown = await timesIn(practice.timeZone);
  const dayName = await timesIn("UTC");

  function sentence({ name, actor, by, slots }: Activity): string {
    const who = by === "earlier" ? t("earlierAddress") : (actor.name ?? practice.name);
    return tell(activityKey(name), { ...slots, actor: who, practice: practice.name, by });
  }

  return (
    <section className={classes.day} aria-labelledby={`day-${day}`}>
      <h2 id={`day-${day}`}>{dayName(new Date(`${day}T12:00:00Z`)).date}</h2>
      <ul>
        {entries.map((entry) => (
          <li key={entry.seq}>
            <time dateTime={entry.at.toISOString()} className={classes.time}>
              {shown(entry.at).time}
            </time>
            <span>
              {sentence(entry)}
              {severalPatients && (
                <span className={classes.about}> · {t("for", { name: entry.calledName })}</span>
              )}
              {entry.by === "self" && <span className={classes.you}>{t("you")}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Safe because the page reads only the events of `activityNames`, and each of them has its sentence. */
function activityKey(name: EventName): keyof LocaleTexts["audit"]["activity"] {
  return eventKey(name) as keyof LocaleTexts["audit"]["activity"];
}
