"use client";

import { useTranslations } from "next-intl";
import type { Done } from "@/app/desk/_kit/done-line";
import { Field, FileField, Select } from "@/app/desk/_kit/fields";
import { DeskForm } from "@/app/desk/_kit/form";
import { usePost } from "@/app/desk/_kit/use-post";

type Choice = { value: string; label: string };
type Props = {
  to: string;
  texts: Choice[];
  forms: Choice[];
  languages: Choice[];
  day: string;
  done: Done;
};

/** Sends the paper or mail to the one address that takes a file. What was typed stays until it is filed. */
export function NoteAgreement({ to, texts, forms, languages, day, done }: Props) {
  const t = useTranslations("agreements.form");
  return (
    <DeskForm
      action={usePost(to, t("notSent"))}
      open={t("label")}
      save={t("save")}
      cancel={t("cancel")}
      done={done}
    >
      <Select name="disclosureId" label={t("text")} first={texts[0]?.value} of={texts} />
      <Select name="form" label={t("form")} first={forms[0]?.value} of={forms} />
      <Field name="agreedOn" type="date" label={t("agreedOn")} max={day} />
      <Field name="uses" label={t("uses")} hint={t("usesHint")} multiline maxLength={6_000} />
      <Select name="wordsLanguage" label={t("wordsLanguage")} first={languages[0]?.value} of={languages} />
      <FileField name="file" label={t("file")} hint={t("fileHint")} choose={t("choose")} />
    </DeskForm>
  );
}
