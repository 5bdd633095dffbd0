"use client";

import { Button, Group, Radio, Stack, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import list from "@/app/desk/_kit/list.module.css";
import { useTell } from "@/app/desk/_kit/told";
import { routes } from "@/lib/routes";
import { addPlatformAction } from "./actions";
import { useFields } from "./use-fields";

type Choice = { way: string; label: string };

/** Behind one button, one more way to meet: a service that is known, another one, or none. Nothing is ticked beforehand. */
export function AddForm({ practice, choices }: { practice: string; choices: Choice[] }) {
  const t = useTranslations("deskForms.platforms");
  const tell = useTell();
  const [isOpen, open] = useState(false);
  const [chosen, choose] = useState("");
  const { submit, isPending, typed, times, errorAt, message } = useFields(
    practice,
    addPlatformAction,
    (id) => {
      open(false);
      choose("");
      tell({ words: t("added"), next: { href: routes.platform(practice, id), label: t("openAdded") } });
    },
  );
  if (!isOpen) return <Button onClick={() => open(true)}>{t("add")}</Button>;
  return (
    <form action={submit} noValidate style={{ flexBasis: "100%" }}>
      <Stack maw="34rem" my="sm" gap="sm">
        <Radio.Group
          key={times}
          name="way"
          label={t("which")}
          description={t("whichHint")}
          value={chosen}
          onChange={choose}
          error={(errorAt("way") && t("whichMissing")) || (chosen !== "another" && errorAt("name"))}
        >
          <Stack mt={4} gap={4}>
            {choices.map(({ way, label }) => (
              <Radio key={way} value={way} label={label} />
            ))}
          </Stack>
        </Radio.Group>
        {chosen === "another" && (
          <TextInput
            name="name"
            label={t("name")}
            description={t("nameHint")}
            maxLength={120}
            defaultValue={typed.name}
            error={errorAt("name")}
          />
        )}
        <Group>
          <Button type="submit" loading={isPending}>
            {t("save")}
          </Button>
          <Button variant="subtle" onClick={() => open(false)}>
            {t("cancel")}
          </Button>
          <span role="status" className={list.alarm}>
            {message}
          </span>
        </Group>
      </Stack>
    </form>
  );
}
