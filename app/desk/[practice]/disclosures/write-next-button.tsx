import { Act } from "@/app/desk/_kit/act";
import { beginDraftAction } from "./new/actions";

/** From anywhere at the desk to the draft of a text's next version in one step: begun now, or as it was left. */
export function WriteNextButton(props: { practice: string; disclosureId: string; label: string }) {
  const { practice, disclosureId, label } = props;
  return (
    <Act
      action={beginDraftAction.bind(null, practice)}
      fields={{ disclosureId }}
      label={label}
      done={{ words: "" }}
    />
  );
}
