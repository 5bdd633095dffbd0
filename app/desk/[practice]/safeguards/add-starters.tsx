"use client";

import { Button, Checkbox, Group, NativeSelect, Stack } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import type { ActionState } from "@/app/action";
import list from "@/app/desk/_kit/list.module.css";
import { useTell } from "@/app/desk/_kit/told";
import { addStartersAction } from "./actions";

type Props = {
  practice: string;
  starters: { key: string; words: string }[];
  services: { id: string; name: string }[];
  /** The list is empty, so that nothing else is to be done first. */
  isFirst: boolean;
};

/** The prepared claims, of which several are taken at once; nothing is ticked beforehand. */
export function AddStarters({ practice, starters, services, isFirst }: Props) {
  const t = useTranslations("deskForms.safeguards");
  const tell = useTell();
  const [isOpen, open] = useState(isFirst);
  const [chosen, choose] = useState<string[]>([]);
  const [state, submit, isPending] = useActionState<ActionState, FormData>(async (before, form) => {
    const answer = await addStartersAction(practice, before, form);
    if (answer?.ok) {
      tell({ words: t("startersDone", { count: chosen.length }) });
      choose([]);
      open(false);
    }
    return answer;
  }, null);
  const failure = state && !state.ok ? state : null;
  if (!isOpen) {
    return (
      <Button variant="default" onClick={() => open(true)}>
        {t("starters")}
      </Button>
    );
  }
  return (
    <form action={submit} style={{ flexBasis: "100%" }}>
      <Stack maw="40rem" my="sm" gap="sm">
        <Checkbox.Group
          label={t("startersLabel")}
          description={t("startersHint")}
          value={chosen}
          onChange={choose}
          error={failure?.fields.keys && t("startersMissing")}
        >
          <Stack mt={8} gap={8}>
            {starters.map(({ key, words }) => (
              <Checkbox key={key} name="keys[]" value={key} label={words} />
            ))}
          </Stack>
        </Checkbox.Group>
        {services.length > 0 && (
          <NativeSelect
            name="platformId"
            label={t("service")}
            description={t("serviceOfSettings")}
            data={[
              { value: "", label: t("anyService") },
              ...services.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
        <Group>
          <Button type="submit" loading={isPending}>
            {t("startersSave", { count: chosen.length })}
          </Button>
          {!isFirst && (
            <Button variant="subtle" onClick={() => open(false)}>
              {t("cancel")}
            </Button>
          )}
          <span role="status" className={list.alarm}>
            {failure?.message}
          </span>
        </Group>
      </Stack>
    </form>
  );
}
