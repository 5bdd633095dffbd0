"use client";

import { Button, Group, NativeSelect, Radio, Stack } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import type { ActionState } from "@/app/action";
import list from "@/app/desk/_kit/list.module.css";
import { useTell } from "@/app/desk/_kit/told";
import { proposeWayAction } from "@/app/desk/[practice]/platforms/requests/actions";
import { DayFields } from "@/app/desk/[practice]/platforms/requests/day-fields";

type Props = {
  practice: string;
  patientId: string;
  today: string;
  ways: { id: string; label: string }[];
  name: string;
};

/** Behind one button, another way to meet that the practice proposes; the patient decides. */
export function ProposeForm({ practice, patientId, today, ways, name }: Props) {
  const t = useTranslations("deskForms.platformRequests");
  const tell = useTell();
  const [isOpen, open] = useState(false);
  const [decision, decide] = useState("");
  const [state, submit, isPending] = useActionState<ActionState, FormData>(async (before, form) => {
    const answer = await proposeWayAction(practice, before, form);
    if (answer?.ok) {
      open(false);
      tell({ words: t("done.propose", { name }) });
    }
    return answer;
  }, null);
  const failure = state && !state.ok ? state : null;
  const wrong = failure?.fields ?? {};
  const typed = failure?.typed ?? {};
  if (!isOpen) {
    return (
      <Button variant="default" size="compact-md" mt="xs" onClick={() => open(true)}>
        {t("propose")}
      </Button>
    );
  }
  return (
    <form action={submit} noValidate aria-label={t("propose")}>
      <input type="hidden" name="patientId" value={patientId} />
      <Stack maw="34rem" gap="sm" mt="xs">
        <p>{t("means.propose", { name })}</p>
        <NativeSelect
          name="platformId"
          label={t("way")}
          defaultValue={typed.platformId ?? ""}
          error={wrong.platformId}
          data={[
            { value: "", label: t("chooseWay") },
            ...ways.map(({ id, label }) => ({ value: id, label })),
          ]}
        />
        <Radio.Group
          name="decision"
          label={t("howLong")}
          value={decision}
          onChange={decide}
          error={wrong.decision}
        >
          <Group mt={4}>
            <Radio value="yes" label={t("forGood")} />
            <Radio value="trial" label={t("onTrial")} />
          </Group>
        </Radio.Group>
        <DayFields today={today} isTrial={decision === "trial"} typed={typed} wrong={wrong} />
        {failure && (
          <p role="alert" className={list.alarm}>
            {failure.message}
          </p>
        )}
        <Group>
          <Button type="submit" loading={isPending}>
            {t("save.propose")}
          </Button>
          <Button variant="subtle" onClick={() => open(false)}>
            {t("cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
