"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { makeEntryCodeAction } from "../actions";
import classes from "./patient.module.css";

/** A code for the first entry, shown this once. */
export function EntryCode({ practice, patientId }: { practice: string; patientId: string }) {
  const t = useTranslations("patients.entryCode");
  const [state, make, isPending] = useActionState(makeEntryCodeAction.bind(null, practice), null);
  return (
    <form action={make}>
      <input type="hidden" name="patientId" value={patientId} />
      <Button type="submit" size="compact-md" variant="default" loading={isPending}>
        {t("button")}
      </Button>
      <div role="status">
        {state?.ok && (
          <div className={classes.notice}>
            <p className={classes.code}>{state.value.code}</p>
            <p>{t("hint")}</p>
          </div>
        )}
        {state && !state.ok && <p>{state.message}</p>}
      </div>
    </form>
  );
}
