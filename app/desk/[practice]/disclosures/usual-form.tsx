"use client";

import { useTranslations } from "next-intl";
import { Choices } from "@/app/desk/_kit/fields";
import { DeskForm } from "@/app/desk/_kit/form";
import { chooseUsualTextsInput } from "@/lib/disclosures/input";
import { chooseUsualTextsAction } from "./actions";

type Props = { practice: string; offered: { id: string; title: string }[]; usual: string[] };

/** Which texts are ticked for who asks a new patient. */
export function UsualForm({ practice, offered, usual }: Props) {
  const t = useTranslations("disclosures.usual");
  return (
    <DeskForm
      open={t("choose")}
      action={chooseUsualTextsAction.bind(null, practice)}
      schema={chooseUsualTextsInput}
      save={t("save")}
      cancel={t("cancel")}
      done={{ words: t("saved") }}
    >
      <Choices
        name="disclosureIds"
        label={t("label")}
        hint={t("hint")}
        first={usual}
        of={offered.map(({ id, title }) => ({ value: id, label: title }))}
      />
    </DeskForm>
  );
}
