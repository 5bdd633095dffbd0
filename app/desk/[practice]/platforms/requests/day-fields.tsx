"use client";

import { TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";

type Props = {
  today: string;
  isTrial: boolean;
  typed: Record<string, string>;
  wrong: Record<string, string>;
};

/** From when, of a trial until when, and when to look at it again together. */
export function DayFields({ today, isTrial, typed, wrong }: Props) {
  const t = useTranslations("deskForms.platformRequests");
  const day = (name: string, otherwise = "") => ({
    type: "date",
    name,
    min: today,
    defaultValue: typed[name] ?? otherwise,
    error: wrong[name],
  });
  return (
    <>
      <TextInput label={t("from")} {...day("fromOn", today)} />
      {isTrial && <TextInput label={t("until")} {...day("trialUntil")} />}
      <TextInput label={t("review")} description={t("reviewHint")} {...day("reviewOn")} />
    </>
  );
}
