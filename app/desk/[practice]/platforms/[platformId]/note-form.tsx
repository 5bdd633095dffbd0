"use client";

import { useTranslations } from "next-intl";
import { Choice, Field, Given } from "@/app/desk/_kit/fields";
import { DeskForm } from "@/app/desk/_kit/form";
import tones from "@/app/desk/_kit/tones.module.css";
import { noteFactAction } from "@/app/desk/[practice]/platforms/actions";
import { type Language, languages } from "@/lib/languages";
import type { FactKey, FactSource, FactValue } from "@/lib/platforms/facts";
import { noteFactInput } from "@/lib/platforms/input";

type Props = {
  practice: string;
  platformId: string;
  factKey: FactKey;
  title: string;
  values: readonly FactValue[];
  sources: readonly FactSource[];
  today: string;
  /** What the fact says now, to be kept or changed. */
  words: Record<Language, string>;
  link: string;
};

/** What is sent where its field does not stand. */
const unsaid = { sourceName: "", goodUntil: "" };

/** Behind one button, what is known from now on. Nothing is ticked beforehand; the words that stand are kept. */
export function NoteForm(props: Props) {
  const { practice, platformId, factKey, title, values, today } = props;
  const t = useTranslations("platforms.form");
  return (
    <DeskForm
      action={noteFactAction.bind(null, practice)}
      schema={noteFactInput}
      fields={{ platformId, key: factKey, ...unsaid }}
      open={t("note")}
      about={t("noteAbout", { fact: title })}
      save={t("saveFact")}
      cancel={t("cancel")}
      done={{ words: t("noted", { fact: title }) }}
    >
      <Choice
        name="value"
        label={t("value")}
        inline
        of={values.map((value) => ({ value, label: t(`values.${value}`) }))}
        missing={t("valueMissing")}
      />
      <Given the="value">{(value) => value !== "unknown" && <From sources={props.sources} />}</Given>
      <Field name="checkedOn" type="date" label={t("checkedOn")} first={today} max={today} />
      <Given the="value">
        {(value) =>
          factKey === "vendor-agreement" &&
          value !== "unknown" &&
          value !== "no" && (
            <Field name="goodUntil" type="date" label={t("goodUntil")} hint={t("goodUntilHint")} />
          )
        }
      </Given>
      <p className={tones.quiet}>{t("wordsHint")}</p>
      {languages.map((language) => (
        <Field
          key={language}
          name={`words.${language}`}
          lang={language}
          label={t(`words.${language}`)}
          first={props.words[language]}
          maxLength={300}
        />
      ))}
      <Field name="link" type="url" label={t("link")} hint={t("linkHint")} first={props.link} />
    </DeskForm>
  );
}

/** Where it is from, and whose opinion it is. */
function From({ sources }: { sources: readonly FactSource[] }) {
  const t = useTranslations("platforms.form");
  return (
    <>
      <Choice
        name="source"
        label={t("source")}
        of={sources.map((value) => ({ value, label: t(`sources.${value}`) }))}
        missing={t("sourceMissing")}
      />
      <Given the="source">
        {(source) =>
          source === "opinion" && <Field name="sourceName" label={t("sourceName")} maxLength={120} />
        }
      </Given>
    </>
  );
}
