"use client";

import { useTranslations } from "next-intl";
import { Field, Select } from "@/app/desk/_kit/fields";
import { DeskForm } from "@/app/desk/_kit/form";
import { languages } from "@/lib/languages";
import { type ChangeSettingsInput, changeSettingsInput } from "@/lib/practices/input";
import { changeSettingsAction } from "./actions";

type Props = { practice: string; settings: ChangeSettingsInput; timeZones: string[] };

/** What patients read about the practice, and where its clock stands; for the owner. */
export function SettingsForm({ practice, settings, timeZones }: Props) {
  const t = useTranslations("settings.form");
  return (
    <DeskForm
      action={changeSettingsAction.bind(null, practice)}
      schema={changeSettingsInput}
      save={t("save")}
      done={{ words: t("done") }}
    >
      <Field name="name" label={t("name")} hint={t("nameHint")} first={settings.name} />
      <Field name="phone" type="tel" label={t("phone")} hint={t("phoneHint")} first={settings.phone} />
      {languages.map((language) => (
        <Field
          key={language}
          name={`crisisLine.${language}`}
          lang={language}
          label={t(`crisisLine.${language}`)}
          hint={t(`crisisLineHint.${language}`)}
          first={settings.crisisLine[language]}
        />
      ))}
      <Select
        name="timeZone"
        label={t("timeZone")}
        hint={t("timeZoneHint")}
        first={settings.timeZone}
        of={timeZones.map((zone) => ({ value: zone, label: zone }))}
      />
    </DeskForm>
  );
}
