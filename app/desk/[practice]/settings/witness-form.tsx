"use client";

import { useTranslations } from "next-intl";
import { Choices, Field } from "@/app/desk/_kit/fields";
import { DeskForm } from "@/app/desk/_kit/form";
import { chooseWitnessesInput } from "@/lib/practices/input";
import { mostWitnesses } from "@/lib/practices/witness-rules";
import { chooseWitnessesAction } from "./actions";

type Props = {
  practice: string;
  offered: { value: string; label: string }[];
  chosen: string[];
  quorum: number;
};

/** Which witnesses the history is shown to, and how many of them have to confirm it; for the owner. */
export function WitnessForm({ practice, offered, chosen, quorum }: Props) {
  const t = useTranslations("settings.witnessing");
  return (
    <DeskForm
      action={chooseWitnessesAction.bind(null, practice)}
      schema={chooseWitnessesInput}
      save={t("save")}
      done={{ words: t("done") }}
    >
      <Choices
        name="witnesses"
        label={t("witnesses")}
        hint={t("witnessesHint")}
        of={offered}
        first={chosen}
      />
      <Field
        name="quorum"
        type="number"
        inputMode="numeric"
        label={t("quorum")}
        hint={t("quorumHint")}
        first={quorum}
        min={0}
        max={mostWitnesses}
      />
    </DeskForm>
  );
}
