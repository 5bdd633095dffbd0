"use client";

import { NativeSelect, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { StepForm } from "@/app/desk/_kit/step-form";
import { placeGroupAction, placePatientAction } from "./actions";

type Props = {
  practice: string;
  owner: { patientId: string } | { groupId: string };
  /** What they can be put on, as it is called here. */
  choices: { id: string; name: string }[];
  day: string;
  /** Whom it is about, marked. */
  name: string;
};

/** Behind one button: another way to meet for one patient or group, from today or a later day. */
export function PlaceStep({ practice, owner, choices, day, name }: Props) {
  const t = useTranslations("deskForms.placing");
  const [chosen, choose] = useState("");
  const [from, begin] = useState(day);
  const act = "patientId" in owner ? placePatientAction : placeGroupAction;
  const platform = choices.find(({ id }) => id === chosen)?.name ?? "";
  return (
    <StepForm
      action={act.bind(null, practice)}
      fields={owner}
      words={{ label: t("label"), save: t("save"), cancel: t("cancel"), missing: t("missing") }}
      done={{ words: t("done", { name, platform }) }}
    >
      <NativeSelect
        name="platformId"
        label={t("platform")}
        required
        value={chosen}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
        data={[
          { value: "", label: t("choose"), disabled: true },
          ...choices.map(({ id, name: label }) => ({ value: id, label })),
        ]}
      />
      <TextInput
        type="date"
        name="from"
        label={t("from")}
        min={day}
        value={from}
        onChange={({ currentTarget }) => begin(currentTarget.value)}
      />
    </StepForm>
  );
}
