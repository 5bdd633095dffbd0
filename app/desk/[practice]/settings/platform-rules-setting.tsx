import { getTranslations } from "next-intl/server";
import type { PlatformRules } from "@/lib/practices/platform-rules";
import { PlatformRulesForm } from "./platform-rules-form";
import classes from "./settings.module.css";

type Props = { practice: string; rules: PlatformRules; mayChange: boolean };

/** What holds for platforms here, and the owner's form for it. */
export async function PlatformRulesSetting({ practice, rules, mayChange }: Props) {
  const t = await getTranslations("settings.platformRules");
  const { requiresVendorAgreement, platformAnswerDays } = rules;
  const facts = [
    [t("requiresVendorAgreement"), t(requiresVendorAgreement ? "yes" : "no")],
    [t("platformAnswerDays"), String(platformAnswerDays)],
  ];
  return (
    <>
      <h2>{t("title")}</h2>
      {mayChange ? (
        <PlatformRulesForm practice={practice} rules={{ requiresVendorAgreement, platformAnswerDays }} />
      ) : (
        <dl className={classes.facts}>
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
