"use client";

import { Button, Group, Radio, Stack, Textarea } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import type { ActionState } from "@/app/action";
import classes from "@/app/desk/_kit/list.module.css";
import { sendWhole } from "@/app/desk/_kit/send-whole";
import { type Said, useTell } from "@/app/desk/_kit/told";
import { type About, outcomesAbout } from "@/lib/conversations/rules";
import { concludeAction } from "./actions";

/** Behind one button, how the conversation ended. Nothing is ticked beforehand. */
export function WeTalked(props: { practice: string; conversationId: string; about: About; done: Said }) {
  const { practice, conversationId, about, done } = props;
  const t = useTranslations("deskForms.weTalked");
  const [isOpen, open] = useState(false);
  const tell = useTell();
  const [state, submit, isPending] = useActionState<ActionState, FormData>(async (before, form) => {
    const answer = await concludeAction(practice, before, form);
    if (answer?.ok) tell(done);
    return answer;
  }, null);
  if (!isOpen) {
    return (
      <Button variant="default" size="compact-md" onClick={() => open(true)}>
        {t("button")}
      </Button>
    );
  }
  return (
    <form onSubmit={sendWhole(submit)}>
      <input type="hidden" name="conversationId" value={conversationId} />
      <Stack gap="sm" py="xs" maw="40rem">
        <Radio.Group name="outcome" label={t("outcome")} withAsterisk={false}>
          <Stack gap={4} mt={4}>
            {outcomesAbout[about].map((outcome) => (
              <Radio key={outcome} value={outcome} label={t(`${about}.${outcome}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Textarea
          name="note"
          label={t("note")}
          description={t("noteHint")}
          maxLength={2000}
          autosize
          minRows={2}
        />
        {state && !state.ok && (
          <p role="alert" className={classes.alarm}>
            {state.fields.outcome ? t("outcomeMissing") : state.message}
          </p>
        )}
        <Group>
          <Button type="submit" loading={isPending}>
            {t("save")}
          </Button>
          <Button variant="subtle" onClick={() => open(false)}>
            {t("cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
