"use client";

import { Button, Checkbox, Group, Stack, Textarea, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import type { ActionState } from "@/app/action";
import list from "@/app/desk/_kit/list.module.css";
import { sendWhole } from "@/app/desk/_kit/send-whole";
import { useTell } from "@/app/desk/_kit/told";
import { noteWatchAction } from "./actions";

type Props = { practice: string; today: string; texts: { id: string; title: string }[] };

/** Behind one button, what changed outside and which texts it touches. */
export function NoteForm({ practice, today, texts }: Props) {
  const t = useTranslations("deskForms.watch");
  const tell = useTell();
  const [isOpen, open] = useState(false);
  const [chosen, choose] = useState<string[]>([]);
  const [state, submit, isPending] = useActionState<ActionState, FormData>(async (before, form) => {
    const answer = await noteWatchAction(practice, before, form);
    if (answer?.ok) {
      open(false);
      choose([]);
      tell({ words: t("done") });
    }
    return answer;
  }, null);
  const failure = state && !state.ok ? state : null;
  const field = (name: string, otherwise = "") => ({
    name,
    defaultValue: failure?.typed[name] ?? otherwise,
    error: failure?.fields[name],
  });
  if (!isOpen) return <Button onClick={() => open(true)}>{t("button")}</Button>;
  return (
    <form onSubmit={sendWhole(submit)} noValidate style={{ flexBasis: "100%" }}>
      <Stack maw="34rem" my="sm" gap="sm">
        <TextInput
          autoFocus
          label={t("subject")}
          description={t("subjectHint")}
          maxLength={120}
          {...field("subject")}
        />
        <Textarea label={t("what")} autosize minRows={2} maxLength={2_000} {...field("what")} />
        <TextInput type="url" label={t("link")} description={t("linkHint")} {...field("link")} />
        <TextInput type="date" label={t("changedOn")} max={today} {...field("changedOn", today)} />
        <Checkbox.Group
          label={t("texts")}
          value={chosen}
          onChange={choose}
          error={failure?.fields.disclosureIds && t("textsMissing")}
        >
          <Stack mt={4} gap={8}>
            {texts.map(({ id, title }) => (
              <Checkbox key={id} name="disclosureIds[]" value={id} label={title} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Group>
          <Button type="submit" loading={isPending}>
            {t("save")}
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
