"use client";

import { useTranslations } from "next-intl";
import { Choice } from "@/app/desk/_kit/fields";
import { DeskForm } from "@/app/desk/_kit/form";
import { staffRoles } from "@/lib/context";
import { staffRoleInput } from "@/lib/practices/input";
import { grantRoleAction } from "./actions";

/** Behind one button, with which role somebody who left comes back. */
export function LetInAgain({ practice, staffId, name }: { practice: string; staffId: string; name: string }) {
  const t = useTranslations("settings.letInAgain");
  const roles = useTranslations("settings.invite.role");
  return (
    <DeskForm
      action={grantRoleAction.bind(null, practice)}
      schema={staffRoleInput}
      fields={{ staffId }}
      open={t("button")}
      save={t("letIn")}
      cancel={t("keep")}
      done={{ words: t("done", { name }) }}
    >
      <Choice
        name="role"
        label={t("as", { name })}
        of={staffRoles.map((value) => ({ value, label: roles(value) }))}
        missing={t("roleMissing")}
      />
    </DeskForm>
  );
}
