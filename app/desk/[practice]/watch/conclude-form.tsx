"use client";

import { useTranslations } from "next-intl";
import { Choice, Field } from "@/app/desk/_kit/fields";
import { DeskForm } from "@/app/desk/_kit/form";
import { languages } from "@/lib/languages";
import { concludeWatchEntryInput } from "@/lib/watch/input";
import { watchConclusions } from "@/lib/watch/rules";
import { concludeWatchAction } from "./actions";

/** Behind one button, what follows from a change outside. Nothing is ticked beforehand. */
export function ConcludeForm({ practice, entryId }: { practice: string; entryId: string }) {
  const t = useTranslations("watch.form");
  return (
    <DeskForm
      action={concludeWatchAction.bind(null, practice)}
      schema={concludeWatchEntryInput}
      fields={{ entryId }}
      open={t("conclude")}
      save={t("saveConclusion")}
      cancel={t("cancel")}
      done={{ words: t("doneConclusion") }}
    >
      <Choice
        name="conclusion"
        label={t("conclusion")}
        of={watchConclusions.map((value) => ({ value, label: t(value) }))}
        missing={t("conclusionMissing")}
      />
      <Field name="note" label={t("note")} hint={t("noteHint")} multiline maxLength={2_000} />
      <p>{t("forPatients")}</p>
      {languages.map((language) => (
        <Field
          key={language}
          name={`forPatients.${language}`}
          lang={language}
          label={t(language)}
          maxLength={300}
        />
      ))}
    </DeskForm>
  );
}
