"use client";

import { Button, Group, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import list from "@/app/desk/_kit/list.module.css";
import { useTell } from "@/app/desk/_kit/told";
import { useAnswered } from "@/app/desk/_kit/use-answered";
import { notePersonalMeetingAction } from "@/app/desk/[practice]/_rooms/actions";

/** One's own meeting, by its link or its number. */
export function PersonalMeetingForm({ practice }: { practice: string }) {
  const t = useTranslations("deskForms.rooms.personal");
  const tell = useTell();
  const [isOpen, open] = useState(false);
  const { send, isPending, failure, field } = useAnswered(
    notePersonalMeetingAction.bind(null, practice),
    () => {
      open(false);
      tell({ words: t("done") });
    },
  );
  if (!isOpen) {
    return (
      <Button variant="default" size="compact-md" onClick={() => open(true)}>
        {t("button")}
      </Button>
    );
  }
  return (
    <form onSubmit={send} noValidate autoComplete="off" className={list.step}>
      <TextInput
        autoFocus
        label={t("meeting")}
        description={t("hint")}
        maxLength={500}
        {...field("meeting")}
      />
      <Group gap="xs">
        <Button type="submit" size="compact-md" loading={isPending}>
          {t("save")}
        </Button>
        <Button variant="subtle" size="compact-md" onClick={() => open(false)}>
          {t("cancel")}
        </Button>
        <span role="status" className={list.alarm}>
          {failure?.message}
        </span>
      </Group>
    </form>
  );
}
