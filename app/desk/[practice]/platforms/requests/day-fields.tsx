"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/app/desk/_kit/fields";

/** From when, of a trial until when, and when to look at it again together. */
export function DayFields({ today, isTrial }: { today: string; isTrial: boolean }) {
  const t = useTranslations("wishes.form");
  return (
    <>
      <Field name="fromOn" type="date" label={t("from")} first={today} min={today} />
      {isTrial && <Field name="trialUntil" type="date" label={t("until")} min={today} />}
      <Field name="reviewOn" type="date" label={t("review")} hint={t("reviewHint")} min={today} />
    </>
  );
}
