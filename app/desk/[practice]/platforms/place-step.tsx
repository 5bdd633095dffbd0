"use client";

import { useTranslations } from "next-intl";
import { z } from "zod";
import { Field, Select } from "@/app/desk/_kit/fields";
import { DeskForm } from "@/app/desk/_kit/form";
import { placeGroupInput, placePatientInput } from "@/lib/platforms/placing-input";
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

/** Here a platform is chosen; going back to the practice's own is a step of its own. */
const chosen = { platformId: z.uuid() };

/** Behind one button: another way to meet for one patient or group, from today or a later day. */
export function PlaceStep({ practice, owner, choices, day, name }: Props) {
  const t = useTranslations("placing.form");
  const isPatient = "patientId" in owner;
  const nameOf = (platformId: string) => choices.find(({ id }) => id === platformId)?.name ?? "";
  return (
    <DeskForm
      action={(isPatient ? placePatientAction : placeGroupAction).bind(null, practice)}
      schema={(isPatient ? placePatientInput : placeGroupInput).extend(chosen)}
      fields={owner}
      open={t("label")}
      save={t("save")}
      cancel={t("cancel")}
      done={({ platformId }) => ({ words: t("done", { name, platform: nameOf(platformId) }) })}
    >
      <Select
        name="platformId"
        label={t("platform")}
        of={[
          { value: "", label: t("choose") },
          ...choices.map((one) => ({ value: one.id, label: one.name })),
        ]}
        missing={t("missing")}
      />
      <Field name="from" type="date" label={t("from")} first={day} min={day} />
    </DeskForm>
  );
}
