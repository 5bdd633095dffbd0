"use client";

import { useTranslations } from "next-intl";
import { Choices, Field } from "@/app/desk/_kit/fields";
import { DeskForm, mainButton } from "@/app/desk/_kit/form";
import { noteWatchEntryInput } from "@/lib/watch/input";
import { noteWatchAction } from "./actions";

type Props = { practice: string; today: string; texts: { id: string; title: string }[] };

/** Behind one button, what changed outside and which texts it touches. */
export function NoteForm({ practice, today, texts }: Props) {
  const t = useTranslations("watch.form");
  return (
    <DeskForm
      action={noteWatchAction.bind(null, practice)}
      schema={noteWatchEntryInput}
      open={t("button")}
      button={mainButton}
      save={t("save")}
      cancel={t("cancel")}
      done={{ words: t("done") }}
    >
      <Field name="subject" label={t("subject")} hint={t("subjectHint")} maxLength={120} />
      <Field name="what" label={t("what")} multiline maxLength={2_000} />
      <Field name="link" type="url" label={t("link")} hint={t("linkHint")} />
      <Field name="changedOn" type="date" label={t("changedOn")} first={today} max={today} />
      <Choices
        name="disclosureIds"
        label={t("texts")}
        of={texts.map(({ id, title }) => ({ value: id, label: title }))}
        missing={t("textsMissing")}
      />
    </DeskForm>
  );
}
