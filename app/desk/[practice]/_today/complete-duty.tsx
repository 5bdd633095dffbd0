import { getTranslations } from "next-intl/server";
import { Field } from "@/app/desk/_kit/fields";
import { DeskForm } from "@/app/desk/_kit/form";
import { marked } from "@/app/desk/_kit/name";
import { completeDutyAction } from "./actions";

type Props = { practice: string; duties: readonly { id: string }[]; legalName: string };

/** Notes duties of one kind as done; how it was done may be said and need not. */
export async function CompleteDuty({ practice, duties, legalName }: Props) {
  const t = await getTranslations("aftermath.duty");
  return (
    <DeskForm
      action={completeDutyAction.bind(null, practice)}
      fields={{ dutyIds: duties.map(({ id }) => id) }}
      open={t("done")}
      save={t("save")}
      cancel={t("cancel")}
      done={{ words: t("doneNow", { name: marked(legalName) }) }}
    >
      <Field name="note" label={t("note")} hint={t("noteHint")} multiline maxLength={1_000} />
    </DeskForm>
  );
}
