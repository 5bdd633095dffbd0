import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { checkedParams } from "@/app/_ui/checked-params";
import { orNotFound } from "@/app/_ui/or-not-found";
import { PageHead } from "@/app/desk/_kit/list";
import { Name } from "@/app/desk/_kit/name";
import { Words } from "@/app/desk/_kit/words";
import { staffContext } from "@/lib/auth/session";
import { viewPatient } from "@/lib/patients/view-patient";
import { editPatientPage } from "@/lib/screens/desk/patients";
import { editPatientAction } from "../../actions";
import { PatientForm } from "../../patient-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("patients.list"))("edit") };
}

export default async function EditPatientPage({
  params,
}: PageProps<"/desk/[practice]/patients/[patientId]/edit">) {
  const { practice, patientId } = await checkedParams(params);
  const ctx = await staffContext(practice);
  const { day, patient, therapists, resting } = await orNotFound(ctx, editPatientPage(ctx, patientId));
  await orNotFound(ctx, viewPatient(ctx, { patientId }));
  const t = await getTranslations("patients.list");
  const { email, phone, mailboxOf } = patient;
  return (
    <Words of={["formRefusals", "patients.form"]}>
      <PageHead
        title={
          <>
            {t("edit")}: <Name>{patient.legalName}</Name>
          </>
        }
      />
      <PatientForm
        practice={practice}
        save={editPatientAction}
        edited={{ patientId, loaded: patient, resting }}
        values={{ ...patient, email: email ?? "", phone: phone ?? "", mailboxOf: mailboxOf ?? "" }}
        therapists={therapists}
        day={day}
      />
    </Words>
  );
}
