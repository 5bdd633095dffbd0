import { getTranslations } from "next-intl/server";
import type { DutyKind } from "@/lib/duties/rules";
import { routes } from "@/lib/routes";

type Props = { practice: string; duties: readonly { patientId: string; kind: DutyKind }[] };

/** Where another way to meet is agreed. */
export async function DutyWay({ practice, duties: [first] }: Props) {
  if (first?.kind !== "agree-on-platform") return null;
  const t = await getTranslations("aftermath.duty");
  return (
    <>
      {" "}
      <a href={`${routes.patient(practice, first.patientId)}#meeting`}>{t("agreeAnother")}</a>
    </>
  );
}
