"use client";

import { Button, Group, Radio, Stack } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useActionState, useState } from "react";
import type { ActionState } from "@/app/action";
import list from "@/app/desk/_kit/list.module.css";
import { useTell } from "@/app/desk/_kit/told";
import { staffRoles } from "@/lib/context";
import { grantRoleAction } from "./actions";

/** Behind one button, with which role somebody who left comes back. */
export function LetInAgain({ practice, staffId, name }: { practice: string; staffId: string; name: string }) {
  const t = useTranslations("deskForms.letInAgain");
  const roles = useTranslations("deskForms.invite.role");
  const [step, go] = useState<"first" | "asking" | "kept">("first");
  const tell = useTell();
  const [state, submit, isPending] = useActionState<ActionState, FormData>(async (before, form) => {
    const answer = await grantRoleAction(practice, before, form);
    if (answer?.ok) tell({ words: t("done", { name }) });
    return answer;
  }, null);
  if (step !== "asking") {
    return (
      <Button variant="default" size="compact-md" autoFocus={step === "kept"} onClick={() => go("asking")}>
        {t("button")}
      </Button>
    );
  }
  return (
    <form action={submit} onKeyDown={({ key }) => key === "Escape" && go("kept")}>
      <input type="hidden" name="staffId" value={staffId} />
      <Stack gap="sm">
        <Radio.Group name="role" label={t("as", { name })} withAsterisk={false}>
          <Stack gap={4} mt={4}>
            {staffRoles.map((role, index) => (
              <Radio key={role} value={role} label={roles(role)} autoFocus={index === 0} />
            ))}
          </Stack>
        </Radio.Group>
        {state && !state.ok && (
          <p role="alert" className={list.alarm}>
            {state.fields.role ? t("roleMissing") : state.message}
          </p>
        )}
        <Group>
          <Button type="submit" size="compact-md" loading={isPending}>
            {t("letIn")}
          </Button>
          <Button variant="default" size="compact-md" onClick={() => go("kept")}>
            {t("keep")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
