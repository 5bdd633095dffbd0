"use client";

import { Button, Group } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import type { ActionState } from "@/app/action";
import list from "@/app/desk/_kit/list.module.css";
import { useTell } from "@/app/desk/_kit/told";
import type { TroubleKind } from "@/lib/platforms/rules";
import { noteTroubleAction } from "./actions";

type Props = { practice: string; patientId: string; platform: string; kinds: readonly TroubleKind[] };

/** Two presses: that something did not work, and what. */
export function NoteTrouble({ practice, patientId, platform, kinds }: Props) {
  const t = useTranslations("deskForms.trouble");
  const tell = useTell();
  const [isOpen, open] = useState(false);
  const [state, submit, isPending] = useActionState<ActionState, FormData>(async (before, form) => {
    const answer = await noteTroubleAction(practice, before, form);
    if (answer?.ok) {
      open(false);
      tell({ words: t("done", { platform }) });
    }
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
    <form action={submit} aria-label={t("button")}>
      <input type="hidden" name="patientId" value={patientId} />
      <p>{t("ask", { platform })}</p>
      <Group gap="xs">
        {kinds.map((kind) => (
          <Button
            key={kind}
            type="submit"
            name="kind"
            value={kind}
            variant="default"
            size="compact-md"
            disabled={isPending}
          >
            {t(`kind.${kind}`)}
          </Button>
        ))}
        <Button variant="subtle" size="compact-md" onClick={() => open(false)}>
          {t("cancel")}
        </Button>
        <span role="status" className={list.alarm}>
          {state && !state.ok && state.message}
        </span>
      </Group>
    </form>
  );
}
