import { Textarea } from "@mantine/core";
import { getTranslations } from "next-intl/server";
import { marked } from "@/app/desk/_kit/name";
import { StepForm } from "@/app/desk/_kit/step-form";
import { completeDutyAction } from "./actions";

type Props = { practice: string; dutyId: string; legalName: string };

/** Notes a duty as done; how it was done may be said and need not. */
export async function CompleteDuty({ practice, dutyId, legalName }: Props) {
  const t = await getTranslations("desk.aftermath.duty");
  return (
    <StepForm
      action={completeDutyAction.bind(null, practice)}
      fields={{ dutyId }}
      words={{ label: t("done"), save: t("save"), cancel: t("cancel"), missing: t("tooLong") }}
      done={{ words: t("doneNow", { name: marked(legalName) }) }}
    >
      <Textarea
        name="note"
        label={t("note")}
        description={t("noteHint")}
        maxLength={1_000}
        autosize
        minRows={2}
      />
    </StepForm>
  );
}
