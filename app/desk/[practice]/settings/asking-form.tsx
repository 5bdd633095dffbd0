"use client";

import { Button, Checkbox, Group, Stack, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import type { ActionState } from "@/app/action";
import list from "@/app/desk/_kit/list.module.css";
import { type AskingSettings, limits } from "@/lib/practices/asking-rules";
import { changeAskingAction } from "./actions";

const numbers = ["reminderDays", "mostReminders", "renewalDays", "stopMinutes"] as const;
const hours = ["quietFrom", "quietUntil"] as const;

/** When mail leaves, how often patients are reminded, and what waits for the first meeting; for the owner. */
export function AskingForm({ practice, settings }: { practice: string; settings: AskingSettings }) {
  const t = useTranslations("deskForms.asking");
  const [state, change, isPending] = useActionState<ActionState, FormData>(
    changeAskingAction.bind(null, practice),
    null,
  );
  const failure = state && !state.ok ? state : null;
  const field = (name: (typeof numbers)[number] | (typeof hours)[number]) => ({
    name,
    label: t(name),
    defaultValue: failure?.typed[name] ?? settings[name],
    error: failure?.fields[name],
  });
  return (
    <form action={change} noValidate>
      <Stack maw="34rem" mt="sm" gap="sm">
        <Group align="start" grow>
          {hours.map((name) => (
            <TextInput key={name} type="time" {...field(name)} />
          ))}
        </Group>
        <p className={list.quiet}>{t("quietHint")}</p>
        {numbers.map((name) => (
          <TextInput
            key={name}
            type="number"
            inputMode="numeric"
            description={`${t(`${name}Hint`)} ${t("between", limits[name])}`}
            min={limits[name].least}
            max={limits[name].most}
            {...field(name)}
          />
        ))}
        <Checkbox
          name="recordingAfterMeeting"
          label={t("recordingAfterMeeting")}
          description={t("recordingAfterMeetingHint")}
          defaultChecked={
            failure ? failure.typed.recordingAfterMeeting === "on" : settings.recordingAfterMeeting
          }
        />
        <Group>
          <Button type="submit" loading={isPending}>
            {t("save")}
          </Button>
          <span role="status" className={failure ? list.alarm : list.quiet}>
            {failure ? failure.message : state?.ok && t("done")}
          </span>
        </Group>
      </Stack>
    </form>
  );
}
