"use client";

import { useTranslations } from "next-intl";
import { Choice, Given, Select } from "@/app/desk/_kit/fields";
import { DeskForm } from "@/app/desk/_kit/form";
import { proposeWayAction } from "@/app/desk/[practice]/platforms/requests/actions";
import { DayFields } from "@/app/desk/[practice]/platforms/requests/day-fields";
import { proposePlatformInput } from "@/lib/wishes/input";

type Props = {
  practice: string;
  patientId: string;
  today: string;
  ways: { id: string; label: string }[];
  name: string;
};

/** Behind one button, another way to meet that the practice proposes; the patient decides. */
export function ProposeForm({ practice, patientId, today, ways, name }: Props) {
  const t = useTranslations("wishes.form");
  return (
    <DeskForm
      action={proposeWayAction.bind(null, practice)}
      schema={proposePlatformInput}
      fields={{ patientId }}
      open={t("propose")}
      about={t("propose")}
      button={{ mt: "xs" }}
      save={t("save.propose")}
      cancel={t("cancel")}
      done={{ words: t("done.propose", { name }) }}
    >
      <p>{t("means.propose", { name })}</p>
      <Select
        name="platformId"
        label={t("way")}
        of={[{ value: "", label: t("chooseWay") }, ...ways.map(({ id, label }) => ({ value: id, label }))]}
      />
      <Choice
        name="decision"
        label={t("howLong")}
        inline
        of={[
          { value: "yes", label: t("forGood") },
          { value: "trial", label: t("onTrial") },
        ]}
      />
      <Given the="decision">{(decision) => <DayFields today={today} isTrial={decision === "trial"} />}</Given>
    </DeskForm>
  );
}
