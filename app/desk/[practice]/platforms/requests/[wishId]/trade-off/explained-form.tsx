"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/app/desk/_kit/fields";
import { DeskForm } from "@/app/desk/_kit/form";
import tones from "@/app/desk/_kit/tones.module.css";
import { noteExplainedInput } from "@/lib/trade-offs/input";
import { noteExplainedAction } from "./actions";

type Props = {
  practice: string;
  wishId: string;
  textSha256: string;
  days: { wantedOn: string; today: string };
};

/** Behind one button, the day of the session in which it was explained. */
export function ExplainedForm({ practice, wishId, textSha256, days }: Props) {
  const t = useTranslations("tradeOff.form");
  return (
    <DeskForm
      action={noteExplainedAction.bind(null, practice)}
      schema={noteExplainedInput}
      fields={{ wishId, textSha256 }}
      open={t("open")}
      button={{ size: "md" }}
      save={t("save")}
      cancel={t("cancel")}
      done={{ words: t("done") }}
    >
      <Field name="explainedOn" type="date" label={t("day")} min={days.wantedOn} max={days.today} />
      <p>{t("says")}</p>
      <p className={tones.quiet}>{t("noSignature")}</p>
    </DeskForm>
  );
}
