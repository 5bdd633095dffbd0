"use client";

import { Button, Group, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import list from "@/app/desk/_kit/list.module.css";
import { Sentence } from "@/app/desk/_kit/name";
import { useTell } from "@/app/desk/_kit/told";
import { useAnswered } from "@/app/desk/_kit/use-answered";
import { leaveGroupAction } from "../actions";

type Props = {
  practice: string;
  fields: Record<string, string>;
  name: string;
  joinedOn: string;
  day: string;
};

/** The last day somebody belonged to the group. */
export function LeaveForm({ practice, fields, name, joinedOn, day }: Props) {
  const t = useTranslations("deskForms.groups");
  const tell = useTell();
  const [isOpen, open] = useState(false);
  const { send, isPending, failure, field } = useAnswered(leaveGroupAction.bind(null, practice), () => {
    open(false);
    tell({ words: t("left", { name }) });
  });
  if (!isOpen) {
    return (
      <Button variant="default" size="compact-md" onClick={() => open(true)}>
        {t("leave")}
      </Button>
    );
  }
  return (
    <form
      onSubmit={send}
      noValidate
      className={list.step}
      onKeyDown={({ key }) => {
        if (key === "Escape") open(false);
      }}
    >
      {Object.entries(fields).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <p>
        <Sentence>{t("leaveMeans", { name })}</Sentence>
      </p>
      <TextInput
        autoFocus
        type="date"
        label={t("leftOn")}
        min={joinedOn}
        max={day}
        {...field("leftOn", day)}
      />
      <Group gap="xs">
        <Button type="submit" size="compact-md" loading={isPending}>
          {t("saveLeaving")}
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
