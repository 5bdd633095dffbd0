"use client";

import { useTranslations } from "next-intl";
import { Field, Tick } from "@/app/desk/_kit/fields";
import { DeskForm } from "@/app/desk/_kit/form";
import { changePlatformRulesInput } from "@/lib/practices/input";
import { answerDays, type PlatformRules } from "@/lib/practices/platform-rules";
import { changePlatformRulesAction } from "./actions";

/** Whether a vendor must have signed, and how soon a wish is answered; for the owner. */
export function PlatformRulesForm({ practice, rules }: { practice: string; rules: PlatformRules }) {
  const t = useTranslations("settings.platformRules");
  return (
    <DeskForm
      action={changePlatformRulesAction.bind(null, practice)}
      schema={changePlatformRulesInput}
      save={t("save")}
      done={{ words: t("done") }}
    >
      <Tick
        name="requiresVendorAgreement"
        label={t("requiresVendorAgreement")}
        hint={t("requiresVendorAgreementHint")}
        first={rules.requiresVendorAgreement}
      />
      <Field
        name="platformAnswerDays"
        type="number"
        inputMode="numeric"
        label={t("platformAnswerDays")}
        hint={`${t("platformAnswerDaysHint")} ${t("between", answerDays)}`}
        first={rules.platformAnswerDays}
        min={answerDays.least}
        max={answerDays.most}
      />
    </DeskForm>
  );
}
