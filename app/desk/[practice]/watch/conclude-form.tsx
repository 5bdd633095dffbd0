"use client";

import { Button, Group, Radio, Stack, Textarea, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import type { ActionState } from "@/app/action";
import list from "@/app/desk/_kit/list.module.css";
import { sendWhole } from "@/app/desk/_kit/send-whole";
import { useTell } from "@/app/desk/_kit/told";
import { languages } from "@/lib/languages";
import { watchConclusions } from "@/lib/watch/rules";
import { concludeWatchAction } from "./actions";

/** Behind one button, what follows from a change outside. Nothing is ticked beforehand. */
export function ConcludeForm({ practice, entryId }: { practice: string; entryId: string }) {
  const t = useTranslations("deskForms.watch");
  const tell = useTell();
  const [isOpen, open] = useState(false);
  const [state, submit, isPending] = useActionState<ActionState, FormData>(async (before, form) => {
    const answer = await concludeWatchAction(practice, before, form);
    if (answer?.ok) tell({ words: t("doneConclusion") });
    return answer;
  }, null);
  const failure = state && !state.ok ? state : null;
  if (!isOpen) {
    return (
      <Button variant="default" size="compact-md" onClick={() => open(true)}>
        {t("conclude")}
      </Button>
    );
  }
  return (
    <form onSubmit={sendWhole(submit)} noValidate>
      <input type="hidden" name="entryId" value={entryId} />
      <Stack maw="34rem" py="xs" gap="sm">
        <Radio.Group
          name="conclusion"
          label={t("conclusion")}
          error={failure?.fields.conclusion && t("conclusionMissing")}
          defaultValue={failure?.typed.conclusion ?? ""}
        >
          <Stack gap={4} mt={4}>
            {watchConclusions.map((conclusion) => (
              <Radio key={conclusion} value={conclusion} label={t(conclusion)} />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          name="note"
          label={t("note")}
          description={t("noteHint")}
          autosize
          minRows={2}
          maxLength={2_000}
          defaultValue={failure?.typed.note ?? ""}
          error={failure?.fields.note}
        />
        <p>{t("forPatients")}</p>
        {languages.map((language) => (
          <TextInput
            key={language}
            lang={language}
            name={`forPatients.${language}`}
            label={t(language)}
            maxLength={300}
            defaultValue={failure?.typed[`forPatients.${language}`] ?? ""}
            error={failure?.fields[`forPatients.${language}`]}
          />
        ))}
        <Group>
          <Button type="submit" loading={isPending}>
            {t("saveConclusion")}
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
