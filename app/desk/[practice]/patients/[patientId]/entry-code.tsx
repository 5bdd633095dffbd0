"use client";

import { useTranslations } from "next-intl";
import { Act } from "@/app/desk/_kit/act";
import { makeEntryCodeAction } from "../actions";
import classes from "./patient.module.css";

/** A code for the first entry, shown this once. */
export function EntryCode({ practice, patientId }: { practice: string; patientId: string }) {
  const t = useTranslations("patients.entryCode");
  const make = makeEntryCodeAction.bind(null, practice);
  return (
    <Act
      action={make}
      fields={{ patientId }}
      label={t("button")}
      show={({ code }) => (
        <div className={classes.notice}>
          <p className={classes.code}>{code}</p>
          <p>{t("hint")}</p>
        </div>
      )}
    />
  );
}
