"use client";

import { Button, Checkbox, Group, Stack, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import type { ActionState } from "@/app/action";
import list from "@/app/desk/_kit/list.module.css";
import { answerDays, type PlatformRules } from "@/lib/practices/platform-rules";
import { changePlatformRulesAction } from "./actions";

/** Whether a vendor must have signed, and how soon a wish is answered; for the owner. */
export function PlatformRulesForm({ practice, rules }: { practice: string; rules: PlatformRules }) {
  const t = useTranslations("deskForms.platformRules");
  const [state, change, isPending] = useActionState<ActionState, FormData>(
    changePlatformRulesAction.bind(null, practice),
    null,
  );
  const failure = state && !state.ok ? state : null;
  return (
    <form action={change} noValidate>
      <Stack maw="34rem" mt="sm" gap="sm">
        <Checkbox
          name="requiresVendorAgreement"
          label={t("requiresVendorAgreement")}
          description={t("requiresVendorAgreementHint")}
          defaultChecked={
            failure ? failure.typed.requiresVendorAgreement === "on" : rules.requiresVendorAgreement
          }
        />
        <TextInput
          type="number"
          inputMode="numeric"
          name="platformAnswerDays"
          label={t("platformAnswerDays")}
          description={`${t("platformAnswerDaysHint")} ${t("between", answerDays)}`}
          min={answerDays.least}
          max={answerDays.most}
          defaultValue={failure?.typed.platformAnswerDays ?? rules.platformAnswerDays}
          error={failure?.fields.platformAnswerDays}
        />
        <Group>
          <Button type="submit" loading={isPending}>
            {t("save")}
          </Button>
          <span role="status" className={failure ? list.alarm : list.quiet}>
            {failure ? failure.message : state?.ok && t("done")}
          </span>
        </Group>
      </Stack>
    </form>
  );
}
