"use client";

import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import type { ActionState } from "@/app/action";
import list from "@/app/desk/_kit/list.module.css";
import { useTell } from "@/app/desk/_kit/told";
import { languages } from "@/lib/languages";
import { leastInterval, mostInterval, safeguardKinds } from "@/lib/safeguards/rules";
import { addSafeguardAction } from "./actions";

type Props = { practice: string; services: { id: string; name: string }[] };

/** A claim in the practice's own words: what patients read while it was checked lately, and what else. */
export function AddOwn({ practice, services }: Props) {
  const t = useTranslations("deskForms.safeguards");
  const tell = useTell();
  const [isOpen, open] = useState(false);
  const [state, submit, isPending] = useActionState<ActionState, FormData>(async (before, form) => {
    const answer = await addSafeguardAction(practice, before, form);
    if (answer?.ok) {
      open(false);
      tell({ words: t("ownDone") });
    }
    return answer;
  }, null);
  const failure = state && !state.ok ? state : null;
  const field = (name: string, otherwise = "") => ({
    name,
    defaultValue: failure?.typed[name] ?? otherwise,
    error: failure?.fields[name],
  });
  if (!isOpen) {
    return (
      <Button variant="default" onClick={() => open(true)}>
        {t("own")}
      </Button>
    );
  }
  return (
    <form action={submit} noValidate style={{ flexBasis: "100%" }}>
      <Stack maw="40rem" my="sm" gap="sm">
        <p>{t("ownHint")}</p>
        {languages.map((language) => (
          <Textarea
            key={language}
            lang={language}
            label={t(`claim.${language}`)}
            autosize
            maxLength={300}
            {...field(`claim.${language}`)}
          />
        ))}
        <p>{t("intentHint")}</p>
        {languages.map((language) => (
          <Textarea
            key={language}
            lang={language}
            label={t(`intent.${language}`)}
            autosize
            maxLength={300}
            {...field(`intent.${language}`)}
          />
        ))}
        <NativeSelect
          label={t("kind")}
          data={safeguardKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
          {...field("kind", "setting")}
        />
        <NativeSelect
          label={t("service")}
          data={[
            { value: "", label: t("anyService") },
            ...services.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          {...field("platformId")}
        />
        <TextInput
          type="number"
          label={t("interval")}
          description={t("intervalHint")}
          min={leastInterval}
          max={mostInterval}
          maw="16rem"
          {...field("intervalDays", "90")}
        />
        <Group>
          <Button type="submit" loading={isPending}>
            {t("ownSave")}
          </Button>
          <Button variant="subtle" onClick={() => open(false)}>
            {t("cancel")}
          </Button>
          <span role="status" className={list.alarm}>
            {failure?.message}
          </span>
        </Group>
      </Stack>
    </form>
  );
}
