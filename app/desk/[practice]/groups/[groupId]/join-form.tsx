"use client";

import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import list from "@/app/desk/_kit/list.module.css";
import { marked } from "@/app/desk/_kit/name";
import { PeoplePicker } from "@/app/desk/_kit/people-picker";
import { useTell } from "@/app/desk/_kit/told";
import { useAnswered } from "@/app/desk/_kit/use-answered";
import type { Person } from "@/lib/groups/people-to-join";
import { joinGroupAction } from "../actions";

type Props = { practice: string; groupId: string; people: Person[]; day: string };

/** Behind one button, who joins and from which day. */
export function JoinForm({ practice, groupId, people, day }: Props) {
  const t = useTranslations("deskForms.groups");
  const tell = useTell();
  const [isOpen, open] = useState(false);
  const [[patientId] = [], choose] = useState<string[]>([]);
  const { send, isPending, failure, field } = useAnswered(joinGroupAction.bind(null, practice), () => {
    open(false);
    choose([]);
    tell({ words: t("joined", { name: marked(people.find(({ id }) => id === patientId)?.name ?? "") }) });
  });
  if (!isOpen) {
    return (
      <Button mt="sm" variant="default" size="compact-md" onClick={() => open(true)}>
        {t("join")}
      </Button>
    );
  }
  return (
    <form onSubmit={send} noValidate>
      <input type="hidden" name="groupId" value={groupId} />
      {patientId && <input type="hidden" name="patientId" value={patientId} />}
      <Stack maw="34rem" my="sm" gap="sm">
        <PeoplePicker
          people={people}
          chosen={patientId ? [patientId] : []}
          choose={choose}
          most={1}
          error={failure?.fields.patientId && (patientId ? failure.fields.patientId : t("personMissing"))}
        />
        <TextInput type="date" label={t("joinedOn")} max={day} {...field("joinedOn", day)} />
        <Group>
          <Button type="submit" loading={isPending}>
            {t("saveJoining")}
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
