import { getTranslations } from "next-intl/server";
import type { AskingSettings } from "@/lib/practices/asking-rules";
import classes from "./settings.module.css";

/** How patients are asked here, for those who do not change it. */
export async function AskingFacts({ settings }: { settings: AskingSettings }) {
  const t = await getTranslations("settings.asking");
  const { quietFrom, quietUntil, reminderDays, mostReminders, renewalDays, stopMinutes } = settings;
  const facts: [string, string][] = [
    [t("quiet"), quietFrom ? t("fromUntil", { from: quietFrom, until: quietUntil }) : t("none")],
    [t("reminderDays"), String(reminderDays)],
    [t("mostReminders"), String(mostReminders)],
    [t("renewalDays"), String(renewalDays)],
    [t("stopMinutes"), String(stopMinutes)],
    [t("recordingAfterMeeting"), t(settings.recordingAfterMeeting ? "yes" : "no")],
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
