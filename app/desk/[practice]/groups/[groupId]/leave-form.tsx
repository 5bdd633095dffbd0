"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/app/desk/_kit/fields";
import { DeskForm } from "@/app/desk/_kit/form";
import { Sentence } from "@/app/desk/_kit/name";
import { leaveGroupInput } from "@/lib/groups/input";
import { leaveGroupAction } from "../actions";

type Props = {
  practice: string;
  fields: { groupId: string; patientId: string };
  name: string;
  joinedOn: string;
  day: string;
};

/** The last day somebody belonged to the group. */
export function LeaveForm({ practice, fields, name, joinedOn, day }: Props) {
  const t = useTranslations("groups.form");
  return (
    <DeskForm
      action={leaveGroupAction.bind(null, practice)}
      schema={leaveGroupInput}
      fields={fields}
      open={t("leave")}
      save={t("saveLeaving")}
      cancel={t("cancel")}
      done={{ words: t("left", { name }) }}
    >
      <p>
        <Sentence>{t("leaveMeans", { name })}</Sentence>
      </p>
      <Field name="leftOn" type="date" label={t("leftOn")} first={day} min={joinedOn} max={day} />
    </DeskForm>
  );
}
