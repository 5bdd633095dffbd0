"use client";

import { useTranslations } from "next-intl";
import { Act } from "@/app/desk/_kit/act";
import { sendTrialAction } from "./actions";

/** The message patients would get, to one's own mailbox. */
export function TrialButton({ practice, disclosureId }: { practice: string; disclosureId: string }) {
  const t = useTranslations("publish.form");
  const send = sendTrialAction.bind(null, practice);
  return (
    <Act
      size="sm"
      action={send}
      fields={{ disclosureId }}
      label={t("trial")}
      show={({ toAddress }) => t("trialSent", { address: toAddress })}
    />
  );
}
