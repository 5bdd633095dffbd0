"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/app/desk/_kit/fields";
import { DeskForm } from "@/app/desk/_kit/form";
import { marked } from "@/app/desk/_kit/name";
import { People } from "@/app/desk/_kit/people-field";
import { joinGroupInput } from "@/lib/groups/input";
import type { Person } from "@/lib/groups/people-to-join";
import { joinGroupAction } from "../actions";

type Props = { practice: string; groupId: string; people: Person[]; day: string };

/** Behind one button, who joins and from which day. */
export function JoinForm({ practice, groupId, people, day }: Props) {
  const t = useTranslations("groups.form");
  const nameOf = (patientId: string) => people.find(({ id }) => id === patientId)?.name ?? "";
  return (
    <DeskForm
      action={joinGroupAction.bind(null, practice)}
      schema={joinGroupInput}
      fields={{ groupId }}
      open={t("join")}
      button={{ mt: "sm" }}
      save={t("saveJoining")}
      cancel={t("cancel")}
      done={({ patientId }) => ({ words: t("joined", { name: marked(nameOf(patientId)) }) })}
    >
      <People name="patientId" one people={people} missing={t("personMissing")} />
      <Field name="joinedOn" type="date" label={t("joinedOn")} first={day} max={day} />
    </DeskForm>
  );
}
