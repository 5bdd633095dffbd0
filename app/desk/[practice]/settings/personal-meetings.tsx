import { getTranslations } from "next-intl/server";
import { timesIn } from "@/app/_ui/time";
import tones from "@/app/desk/_kit/tones.module.css";
import type { personalMeetingsPage } from "@/lib/screens/desk/personal-meetings";
import { PersonalMeetingForm } from "./personal-meeting-form";
import classes from "./settings.module.css";

type Props = {
  practice: string;
  meetings: NonNullable<Awaited<ReturnType<typeof personalMeetingsPage>>>;
  timeZone: string;
};

/** The meetings that are one's own, so that no patient is ever given one. */
export async function PersonalMeetings({ practice, meetings, timeZone }: Props) {
  const t = await getTranslations("rooms.personal");
  const time = await timesIn(timeZone);
  return (
    <>
      <h2>{t("title")}</h2>
      <p className={tones.quiet}>{t("what")}</p>
      <ul className={classes.seals}>
        {meetings.map(({ id, ending, notedAt }) => (
          <li key={id}>{t("noted", { ending, date: time(notedAt).date })}</li>
        ))}
      </ul>
      <PersonalMeetingForm practice={practice} />
    </>
  );
}
