import { getTranslations } from "next-intl/server";
import { Act } from "@/app/desk/_kit/act";
import { marked } from "@/app/desk/_kit/name";
import tones from "@/app/desk/_kit/tones.module.css";
import type { PatientConsent } from "@/lib/consents/consents-of-patients";
import { needsWriting } from "@/lib/disclosures/rules";
import { routes } from "@/lib/routes";
import type { PatientPageData } from "@/lib/screens/desk/patient";
import { allowNewTestAction } from "../../requests/actions";

type Props = { practice: string; page: PatientPageData; consent: PatientConsent };

/** That an open question waits on paper and why, with the text to print and, in the room, another try. */
export async function OnPaper({ practice, page, consent }: Props) {
  const { records, patient, may } = page;
  const { question } = consent.state;
  if (!question || !needsWriting(consent.disclosure.kind) || !records.whyPaper) return null;
  const t = await getTranslations("records.onPaper");
  return (
    <>
      <p className={tones.soon}>{t(`why.${records.whyPaper}`)}</p>
      <a href={routes.onPaper(practice, question.requestId)}>{t("print")}</a>
      {records.whyPaper === "could-not-open" && may.ask && (
        <Act
          action={allowNewTestAction.bind(null, practice)}
          fields={{ patientId: patient.id }}
          label={t("tryAgain")}
          done={{ words: t("triedAgain", { name: marked(patient.legalName) }) }}
        />
      )}
    </>
  );
}
