import { getTranslations } from "next-intl/server";
import { routes } from "@/lib/routes";

type Props = { practice: string; duty: { patientId: string; way: "to-agree" | "settled" | null } };

/** Where another way to meet is agreed, or that nothing rests on the old one any more. */
export async function DutyWay({ practice, duty }: Props) {
  if (!duty.way) return null;
  const t = await getTranslations("aftermath.duty.way");
  if (duty.way === "settled") return ` ${t("settled")}`;
  return (
    <>
      {" "}
      <a href={`${routes.patient(practice, duty.patientId)}#meeting`}>{t("to-agree")}</a>
    </>
  );
}
