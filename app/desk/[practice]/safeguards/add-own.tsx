"use client";

import { useTranslations } from "next-intl";
import { Field, Select } from "@/app/desk/_kit/fields";
import { DeskForm } from "@/app/desk/_kit/form";
import { languages } from "@/lib/languages";
import { addSafeguardInput } from "@/lib/safeguards/input";
import { leastInterval, mostInterval, safeguardKinds } from "@/lib/safeguards/rules";
import { addSafeguardAction } from "./actions";

type Props = { practice: string; services: { id: string; name: string }[] };

/** A claim in the practice's own words: what patients read while it was checked lately, and what else. */
export function AddOwn({ practice, services }: Props) {
  const t = useTranslations("safeguards.form");
  const inEach = (name: "claim" | "intent") =>
    languages.map((language) => (
      <Field
        key={language}
        name={`${name}.${language}`}
        lang={language}
        label={t(`${name}.${language}`)}
        multiline
        maxLength={300}
      />
    ));
  return (
    <DeskForm
      action={addSafeguardAction.bind(null, practice)}
      schema={addSafeguardInput}
      open={t("own")}
      button={{ size: "md" }}
      save={t("ownSave")}
      cancel={t("cancel")}
      done={{ words: t("ownDone") }}
    >
      <p>{t("ownHint")}</p>
      {inEach("claim")}
      <p>{t("intentHint")}</p>
      {inEach("intent")}
      <Select
        name="kind"
        label={t("kind")}
        first="setting"
        of={safeguardKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
      />
      <Select
        name="platformId"
        label={t("service")}
        of={[
          { value: "", label: t("anyService") },
          ...services.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Field
        name="intervalDays"
        type="number"
        label={t("interval")}
        hint={t("intervalHint")}
        first={90}
        min={leastInterval}
        max={mostInterval}
        maw="16rem"
      />
    </DeskForm>
  );
}
