"use client";

import { useTranslations } from "next-intl";
import { Choice, Field, FileField } from "@/app/desk/_kit/fields";
import { DeskForm } from "@/app/desk/_kit/form";
import { usePost } from "@/app/desk/_kit/use-post";
import { attestationOutcomes } from "@/lib/safeguards/rules";

/** Says what one saw in one's own account, on which day; what was typed stays until it is noted. */
export function CheckForm({ to, staffId, day }: { to: string; staffId: string; day: string }) {
  const t = useTranslations("safeguards.form.check");
  return (
    <DeskForm
      action={usePost(to, t("notSent"))}
      fields={{ staffId }}
      anew
      save={t("save")}
      done={{ words: t("done") }}
    >
      <Choice
        name="outcome"
        label={t("outcome")}
        of={attestationOutcomes.map((value) => ({ value, label: t(value) }))}
      />
      <Field name="checkedOn" type="date" label={t("checkedOn")} first={day} max={day} maw="16rem" />
      <Field name="note" label={t("note")} hint={t("noteHint")} multiline maxLength={2_000} />
      <FileField name="file" label={t("file")} hint={t("fileHint")} choose={t("choose")} />
    </DeskForm>
  );
}
