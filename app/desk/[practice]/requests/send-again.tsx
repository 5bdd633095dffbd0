"use client";

import { useLocale, useTranslations } from "next-intl";
import { shownTime } from "@/app/_ui/shown-time";
import { Act } from "@/app/desk/_kit/act";
import { marked } from "@/app/desk/_kit/name";
import { sendAgainAction } from "./actions";

/** Sends once more what waits: in the quiet hours when they are over or, with a press of its own, now. */
export function SendAgain(props: {
  practice: string;
  label: string;
  patientId: string;
  legalName: string;
  /** One question and those asked with it; without it, everything that waits. */
  requestId?: string;
  quietUntil: Date | null;
  timeZone: string;
}) {
  const { practice, label, patientId, legalName, requestId, quietUntil, timeZone } = props;
  const t = useTranslations("requests.sendAgain");
  const language = useLocale();
  const action = sendAgainAction.bind(null, practice);
  const fields = { patientId, ...(requestId && { requestId }) };
  const name = marked(legalName);
  const at = (moment: Date) => shownTime(new Date(moment), timeZone, language);
  const done = ({ leavesAt }: { leavesAt: Date | null }) => {
    return { words: leavesAt ? t("waits", { name, at: at(leavesAt).both }) : t("sent", { name }) };
  };
  if (!quietUntil) return <Act action={action} fields={fields} label={label} done={done} />;
  return (
    <>
      <Act
        action={action}
        fields={fields}
        label={t("later", { label, at: at(quietUntil).time })}
        done={done}
      />
      <Act action={action} fields={{ ...fields, leaving: "at-once" }} label={t("now")} done={done} />
    </>
  );
}
