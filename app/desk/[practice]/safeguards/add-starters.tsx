"use client";

import { useTranslations } from "next-intl";
import { Choices, Given, Select } from "@/app/desk/_kit/fields";
import { DeskForm } from "@/app/desk/_kit/form";
import { addStartersInput } from "@/lib/safeguards/input";
import { addStartersAction } from "./actions";

type Props = {
  practice: string;
  starters: { key: string; words: string }[];
  services: { id: string; name: string }[];
  /** The list is empty, so that nothing else is to be done first. */
  isFirst: boolean;
};

/** The prepared claims, of which several are taken at once; nothing is ticked beforehand. */
export function AddStarters({ practice, starters, services, isFirst }: Props) {
  const t = useTranslations("safeguards.form");
  return (
    <DeskForm
      action={addStartersAction.bind(null, practice)}
      schema={addStartersInput}
      {...(!isFirst && { open: t("starters"), button: { size: "md" } })}
      save={<Given<string[]> the="keys">{(keys) => t("startersSave", { count: keys.length })}</Given>}
      cancel={t("cancel")}
      done={({ keys }) => ({ words: t("startersDone", { count: keys.length }) })}
    >
      <Choices
        name="keys"
        label={t("startersLabel")}
        hint={t("startersHint")}
        of={starters.map(({ key, words }) => ({ value: key, label: words }))}
        missing={t("startersMissing")}
      />
      {services.length > 0 && (
        <Select
          name="platformId"
          label={t("service")}
          hint={t("serviceOfSettings")}
          of={[
            { value: "", label: t("anyService") },
            ...services.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
    </DeskForm>
  );
}
