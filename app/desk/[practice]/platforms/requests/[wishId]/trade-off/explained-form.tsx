"use client";

import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import type { ActionState } from "@/app/action";
import list from "@/app/desk/_kit/list.module.css";
import { useTell } from "@/app/desk/_kit/told";
import { noteExplainedAction } from "./actions";

type Props = {
  practice: string;
  wishId: string;
  textSha256: string;
  days: { wantedOn: string; today: string };
};

/** Behind one button, the day of the session in which it was explained. */
export function ExplainedForm({ practice, wishId, textSha256, days }: Props) {
  const t = useTranslations("deskForms.tradeOff");
  const tell = useTell();
  const [isOpen, open] = useState(false);
  const [state, submit, isPending] = useActionState<ActionState, FormData>(async (before, form) => {
    const answer = await noteExplainedAction(practice, before, form);
    if (answer?.ok) tell({ words: t("done") });
    return answer;
  }, null);
  const failure = state && !state.ok ? state : null;
  if (!isOpen) {
    return (
      <Button variant="default" onClick={() => open(true)}>
        {t("open")}
      </Button>
    );
  }
  return (
    <form action={submit} noValidate>
      <input type="hidden" name="wishId" value={wishId} />
      <input type="hidden" name="textSha256" value={textSha256} />
      <Stack maw="34rem" py="xs" gap="sm">
        <TextInput
          type="date"
          name="explainedOn"
          label={t("day")}
          min={days.wantedOn}
          max={days.today}
          defaultValue={failure?.typed.explainedOn ?? ""}
          error={failure?.fields.explainedOn}
        />
        <p>{t("says")}</p>
        <p className={list.quiet}>{t("noSignature")}</p>
        <Group>
          <Button type="submit" loading={isPending}>
            {t("save")}
          </Button>
          <Button variant="subtle" onClick={() => open(false)}>
            {t("cancel")}
          </Button>
        </Group>
        <span role="status" className={list.alarm}>
          {failure?.message}
        </span>
      </Stack>
    </form>
  );
}
