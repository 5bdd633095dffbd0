import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { found, idOr404 } from "@/app/_ui/found";
import { PageHead } from "@/app/desk/_ui/list";
import { Name } from "@/app/desk/_ui/name";
import { staffContext } from "@/lib/auth/session";
import { editPatientPage } from "@/lib/patients/patients-page";
import { viewPatient } from "@/lib/patients/view-patient";
import { editPatientAction } from "../../actions";
import { PatientForm } from "../../patient-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk.patients"))("edit") };
}

export default async function EditPatientPage({
  params,
}: PageProps<"/desk/[practice]/patients/[patientId]/edit">) {
  const { practice, patientId: given } = await params;
  const patientId = idOr404(given);
  const ctx = await staffContext(practice);
  const { patient, therapists } = await found(editPatientPage(ctx, patientId));
  await found(viewPatient(ctx, { patientId }));
  const t = await getTranslations("desk.patients");
  const { legalName, calledName, email, phone, language, dateOfBirth, treatingStaffId } = patient;
  const values = { legalName, calledName, email, phone, language, dateOfBirth, treatingStaffId };
  return (
    <>
      <PageHead
        title={
          <>
            {t("edit")}: <Name>{legalName}</Name>
          </>
        }
      />
      <PatientForm
        practice={practice}
        save={editPatientAction}
        patientId={patientId}
        values={{ ...values, email: email ?? "", phone: phone ?? "" }}
        therapists={therapists}
      />
    </>
  );
}
