"use client";

import { Button, Group, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import type { ActionState } from "@/app/action";
import list from "@/app/desk/_kit/list.module.css";
import type { ChangeSettingsInput } from "@/lib/practices/input";
import { changeSettingsAction } from "./actions";

type Props = { practice: string; settings: ChangeSettingsInput; timeZones: string[] };

/** What patients read about the practice, and where its clock stands; for the owner. */
export function SettingsForm({ practice, settings, timeZones }: Props) {
  const t = useTranslations("deskForms.settings");
  const [state, change, isPending] = useActionState<ActionState, FormData>(
    changeSettingsAction.bind(null, practice),
    null,
  );
  const failure = state && !state.ok ? state : null;
  const field = (name: string, stored: string) => ({
    name,
    defaultValue: failure?.typed[name] ?? stored,
    error: failure?.fields[name],
  });
  return (
    <form action={change} noValidate>
      <Stack maw="34rem" mt="sm" gap="sm">
        <TextInput label={t("name")} description={t("nameHint")} {...field("name", settings.name)} />
        <TextInput
          type="tel"
          label={t("phone")}
          description={t("phoneHint")}
          {...field("phone", settings.phone)}
        />
        <TextInput
          label={t("crisisLine.en")}
          description={t("crisisLineHint.en")}
          {...field("crisisLine.en", settings.crisisLine.en)}
        />
        <TextInput
          lang="es"
          label={t("crisisLine.es")}
          description={t("crisisLineHint.es")}
          {...field("crisisLine.es", settings.crisisLine.es)}
        />
        <NativeSelect
          size="md"
          label={t("timeZone")}
          description={t("timeZoneHint")}
          data={timeZones}
          {...field("timeZone", settings.timeZone)}
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
