"use client";

import { Button, Group, Radio, Stack, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import list from "@/app/desk/_kit/list.module.css";
import { useTell } from "@/app/desk/_kit/told";
import { useAnswered } from "@/app/desk/_kit/use-answered";
import { assignRoomAction } from "./actions";

type Props = {
  practice: string;
  /** Whose room, on which platform, and which room it replaces. */
  fields: Record<string, string>;
  platform: string;
  name: string;
};

/** Behind one button, a meeting of their own: its link or number, its passcode, and who lets people in. */
export function RoomForm({ practice, fields, platform, name }: Props) {
  const t = useTranslations("deskForms.rooms");
  const tell = useTell();
  const [isOpen, open] = useState(false);
  const { send, isPending, failure, field } = useAnswered(assignRoomAction.bind(null, practice), () => {
    open(false);
    tell({ words: t(replaces ? "replaced" : "assigned", { platform, name }) });
  });
  const replaces = fields.replaces !== undefined;
  if (!isOpen) {
    return (
      <Button
        variant="default"
        size="compact-md"
        aria-label={t(replaces ? "replaceOn" : "assignOn", { platform })}
        onClick={() => open(true)}
      >
        {t(replaces ? "replace" : "assign")}
      </Button>
    );
  }
  return (
    <form
      onSubmit={send}
      noValidate
      autoComplete="off"
      onKeyDown={({ key }) => {
        if (key === "Escape") open(false);
      }}
    >
      {Object.entries(fields).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      <Stack maw="34rem" py="xs" gap="sm">
        {replaces && <p>{t("replaceMeans", { platform })}</p>}
        <TextInput
          autoFocus
          label={t("meeting")}
          description={t("meetingHint")}
          maxLength={500}
          {...field("meeting")}
        />
        <TextInput
          label={t("passcode")}
          description={t("passcodeHint")}
          maxLength={100}
          {...field("passcode")}
        />
        <Radio.Group
          name="waitingRoom"
          label={t("waitingRoom")}
          error={failure?.fields.waitingRoom && t("waitingRoomMissing")}
        >
          <Group mt={4} gap="md">
            <Radio value="yes" label={t("yes")} />
            <Radio value="no" label={t("no")} />
          </Group>
        </Radio.Group>
        <Group>
          <Button type="submit" loading={isPending}>
            {t(replaces ? "saveReplacing" : "save")}
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
