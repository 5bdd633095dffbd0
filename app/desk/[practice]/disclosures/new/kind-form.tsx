"use client";

import { Choice } from "@/app/desk/_kit/fields";
import { DeskForm } from "@/app/desk/_kit/form";
import type { DisclosureKind } from "@/lib/disclosures/kinds";
import { startDisclosureInput } from "@/lib/drafts/input";
import { startDisclosureAction } from "./actions";

type Props = {
  practice: string;
  kinds: { kind: DisclosureKind; name: string; purpose: string }[];
  words: { choose: string; start: string; chooseOne: string };
};

/** What a new text is about; nothing is chosen beforehand. */
export function KindForm({ practice, kinds, words }: Props) {
  return (
    <DeskForm
      action={startDisclosureAction.bind(null, practice)}
      schema={startDisclosureInput}
      save={words.start}
      done={{ words: "" }}
    >
      <Choice
        name="kind"
        label={words.choose}
        of={kinds.map(({ kind, name, purpose }) => ({ value: kind, label: name, description: purpose }))}
        missing={words.chooseOne}
      />
    </DeskForm>
  );
}
