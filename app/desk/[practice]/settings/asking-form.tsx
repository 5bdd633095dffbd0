"use client";

import { Group } from "@mantine/core";
import { useTranslations } from "next-intl";
import { Field, Tick } from "@/app/desk/_kit/fields";
import { DeskForm } from "@/app/desk/_kit/form";
import tones from "@/app/desk/_kit/tones.module.css";
import { type AskingSettings, limits } from "@/lib/practices/asking-rules";
import { changeAskingInput } from "@/lib/practices/input";
import { changeAskingAction } from "./actions";

const numbers = ["reminderDays", "mostReminders", "renewalDays", "stopMinutes"] as const;
const hours = ["quietFrom", "quietUntil"] as const;

/** When mail leaves, how often patients are reminded, and what waits for the first meeting; for the owner. */
export function AskingForm({ practice, settings }: { practice: string; settings: AskingSettings }) {
  const t = useTranslations("settings.asking");
  return (
    <DeskForm
      action={changeAskingAction.bind(null, practice)}
      schema={changeAskingInput}
      save={t("save")}
      done={{ words: t("done") }}
    >
      <Group align="start" grow>
        {hours.map((name) => (
          <Field key={name} name={name} type="time" label={t(name)} first={settings[name]} />
        ))}
      </Group>
      <p className={tones.quiet}>{t("quietHint")}</p>
      {numbers.map((name) => (
        <Field
          key={name}
          name={name}
          type="number"
          inputMode="numeric"
          label={t(name)}
          hint={`${t(`${name}Hint`)} ${t("between", limits[name])}`}
          first={settings[name]}
          min={limits[name].least}
          max={limits[name].most}
        />
      ))}
      <Tick
        name="recordingAfterMeeting"
        label={t("recordingAfterMeeting")}
        hint={t("recordingAfterMeetingHint")}
        first={settings.recordingAfterMeeting}
      />
    </DeskForm>
  );
}
