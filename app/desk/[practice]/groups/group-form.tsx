"use client";

import { useTranslations } from "next-intl";
import { Field, Select } from "@/app/desk/_kit/fields";
import { DeskForm, mainButton } from "@/app/desk/_kit/form";
import { marked } from "@/app/desk/_kit/name";
import names from "@/app/desk/_kit/name.module.css";
import { People } from "@/app/desk/_kit/people-field";
import { makeGroupInput } from "@/lib/groups/input";
import { groupKinds } from "@/lib/groups/rules";
import { routes } from "@/lib/routes";
import type { GroupForm as Form } from "@/lib/screens/desk/groups";
import { makeGroupAction } from "./actions";

/** Behind one button: what it is, what its members call it, who treats it, and who belongs to it from which day. */
export function GroupForm({ practice, form }: { practice: string; form: Form }) {
  const t = useTranslations("groups.form");
  const make = makeGroupAction.bind(null, practice);
  return (
    <DeskForm
      action={make}
      schema={makeGroupInput}
      open={t("make")}
      button={mainButton}
      save={t("save")}
      cancel={t("cancel")}
      done={({ name }, { groupId }) => ({
        words: t("made", { name: marked(name) }),
        goTo: routes.group(practice, groupId),
      })}
      className={names.fields}
    >
      <Select
        name="kind"
        label={t("kind")}
        of={[
          { value: "", label: t("choose") },
          ...groupKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) })),
        ]}
      />
      <Field name="name" label={t("name")} hint={t("nameHint")} maxLength={120} />
      <People name="patientIds" people={form.people} missing={t("membersMissing")} />
      <Field
        name="joinedOn"
        type="date"
        label={t("joinedOn")}
        hint={t("joinedOnHint")}
        first={form.day}
        max={form.day}
      />
      <Select
        name="treatingStaffId"
        label={t("treating")}
        first={form.treatingStaffId}
        of={[
          { value: "", label: t("choose") },
          ...form.therapists.map((one) => ({ value: one.id, label: one.name })),
        ]}
      />
    </DeskForm>
  );
}
