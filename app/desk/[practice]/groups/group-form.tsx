"use client";

import { Button, Group, NativeSelect, Stack, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import list from "@/app/desk/_kit/list.module.css";
import { marked } from "@/app/desk/_kit/name";
import names from "@/app/desk/_kit/name.module.css";
import { PeoplePicker } from "@/app/desk/_kit/people-picker";
import { tellNext } from "@/app/desk/_kit/told";
import { useAnswered } from "@/app/desk/_kit/use-answered";
import { groupKinds } from "@/lib/groups/rules";
import { routes } from "@/lib/routes";
import type { GroupForm as Form } from "@/lib/screens/desk/groups";
import { makeGroupAction } from "./actions";

/** Behind one button: what it is, what its members call it, who treats it, and who belongs to it from which day. */
export function GroupForm({ practice, form }: { practice: string; form: Form }) {
  const t = useTranslations("deskForms.groups");
  const [isOpen, open] = useState(false);
  const [chosen, choose] = useState<string[]>([]);
  const [name, write] = useState("");
  const { send, isPending, failure, field } = useAnswered(makeGroupAction.bind(null, practice), made);
  if (!isOpen) return <Button onClick={() => open(true)}>{t("make")}</Button>;
  return (
    <form onSubmit={send} noValidate autoComplete="off" className={list.wide}>
      <Stack maw="34rem" my="sm" gap="sm" className={names.fields}>
        <NativeSelect
          autoFocus
          label={t("kind")}
          data={[
            { value: "", label: t("choose") },
            ...groupKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) })),
          ]}
          {...field("kind")}
        />
        <TextInput
          label={t("name")}
          description={t("nameHint")}
          maxLength={120}
          name="name"
          value={name}
          onChange={({ currentTarget }) => write(currentTarget.value)}
          error={failure?.fields.name}
        />
        <PeoplePicker
          people={form.people}
          chosen={chosen}
          choose={choose}
          error={failure?.fields.patientIds && membersMissing(failure.fields.patientIds)}
        />
        {chosen.map((id) => (
          <input key={id} type="hidden" name="patientIds[]" value={id} />
        ))}
        <TextInput
          type="date"
          label={t("joinedOn")}
          description={t("joinedOnHint")}
          max={form.day}
          {...field("joinedOn", form.day)}
        />
        <NativeSelect
          label={t("treating")}
          data={[
            { value: "", label: t("choose") },
            ...form.therapists.map((one) => ({ value: one.id, label: one.name })),
          ]}
          {...field("treatingStaffId", form.treatingStaffId)}
        />
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

  function made({ groupId }: { groupId: string }) {
    tellNext({ words: t("made", { name: marked(name) }) });
    location.assign(routes.group(practice, groupId));
  }

  function membersMissing(words: string): string {
    return chosen.length === 0 ? t("membersMissing") : words;
  }
}
