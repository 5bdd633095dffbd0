"use client";

import { useTranslations } from "next-intl";
import { Choices, Field } from "@/app/desk/_kit/fields";
import { DeskForm } from "@/app/desk/_kit/form";
import { staffRoles } from "@/lib/context";
import { inviteStaffInput } from "@/lib/practices/input";
import { inviteStaffAction } from "./actions";

/** Opens the door for one mailbox; the person then signs in like everybody else. */
export function InviteForm({ practice }: { practice: string }) {
  const t = useTranslations("settings.invite");
  return (
    <DeskForm
      action={inviteStaffAction.bind(null, practice)}
      schema={inviteStaffInput}
      anew
      save={t("send")}
      done={{ words: t("done") }}
    >
      <h3>{t("title")}</h3>
      <Field name="name" label={t("name")} />
      <Field name="email" type="email" label={t("email")} />
      <Choices
        name="roles"
        label={t("roles")}
        inline
        of={staffRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
        missing={t("rolesMissing")}
      />
    </DeskForm>
  );
}
