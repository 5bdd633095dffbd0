import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requestLanguage } from "@/app/_i18n/request";
import { checkedParams } from "@/app/_ui/checked-params";
import { orNotFound } from "@/app/_ui/or-not-found";
import { PageHead } from "@/app/desk/_kit/list";
import { Words } from "@/app/desk/_kit/words";
import { staffContext } from "@/lib/auth/session";
import { newPatientPage } from "@/lib/screens/desk/patients";
import { addPatientAction } from "../actions";
import { PatientForm } from "../patient-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("patients.list"))("add") };
}

export default async function NewPatientPage({ params }: PageProps<"/desk/[practice]/patients/new">) {
  const { practice } = await checkedParams(params);
  const ctx = await staffContext(practice);
  const { day, therapists, chosen, usual } = await orNotFound(ctx, newPatientPage(ctx));
  const t = await getTranslations("patients.list");
  const values = {
    legalName: "",
    calledName: "",
    email: "",
    phone: "",
    language: await requestLanguage(),
    dateOfBirth: "",
    treatingStaffId: chosen ?? therapists[0]?.id ?? "",
    mailboxOf: "" as const,
  };
  return (
    <Words of={["formRefusals", "patients.form"]}>
      <PageHead title={t("add")} />
      <PatientForm
        practice={practice}
        save={addPatientAction}
        values={values}
        therapists={therapists}
        day={day}
        usual={usual}
      />
    </Words>
  );
}
