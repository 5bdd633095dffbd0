"use client";

import { useTranslations } from "next-intl";
import { Act } from "@/app/desk/_kit/act";
import { marked } from "@/app/desk/_kit/name";
import { noteFirstMeetingAction } from "../../patients/actions";

/** Notes that they have met, and looks at the plan again. */
export function WeHaveMet(props: { practice: string; patientId: string; name: string; met: () => void }) {
  const { practice, patientId, name, met } = props;
  const t = useTranslations("requests.leaving");
  return (
    <Act
      action={noteFirstMeetingAction.bind(null, practice)}
      fields={{ patientId }}
      label={t("weHaveMet")}
      done={() => {
        met();
        return { words: t("met", { name: marked(name) }) };
      }}
    />
  );
}
