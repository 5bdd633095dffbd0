"use client";

import { useTranslations } from "next-intl";
import { Select } from "@/app/desk/_kit/fields";
import { DeskForm } from "@/app/desk/_kit/form";
import { audiences, changeAudienceInput } from "@/lib/disclosures/input";
import { changeAudienceAction } from "./actions";

type Props = { practice: string; disclosureId: string; audience: (typeof audiences)[number] };

/** Who needs a text, and so counts as not asked until they are. */
export function AudienceForm({ practice, disclosureId, audience }: Props) {
  const t = useTranslations("disclosures.giving");
  return (
    <DeskForm
      action={changeAudienceAction.bind(null, practice)}
      schema={changeAudienceInput}
      fields={{ disclosureId }}
      save={t("save")}
      done={{ words: t("saved") }}
    >
      <Select
        name="audience"
        label={t("label")}
        hint={t("hint")}
        first={audience}
        of={audiences.map((value) => ({ value, label: t(value) }))}
      />
    </DeskForm>
  );
}
