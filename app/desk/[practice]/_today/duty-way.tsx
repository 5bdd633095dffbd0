import { getTranslations } from "next-intl/server";
import type { DutyKind } from "@/lib/duties/rules";
import { routes } from "@/lib/routes";

type Props = { practice: string; duty: { patientId: string; kind: DutyKind } };

/** Where another way to meet is agreed. */
export async function DutyWay({ practice, duty }: Props) {
  if (duty.kind !== "agree-on-platform") return null;
  const t = await getTranslations("aftermath.duty");
  return (
    <>
      {" "}
      <a href={`${routes.patient(practice, duty.patientId)}#meeting`}>{t("agreeAnother")}</a>
    </>
  );
}
