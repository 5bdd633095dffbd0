"use client";

import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { mostAskedAtOnce } from "@/lib/requests/input";
import classes from "./needing.module.css";
import type { Person, Text } from "./to-ask";

/** Chooses whoever needs the text and was not asked, besides those who are chosen. */
export function Needing({ text, people }: { text: Text; people: Person[] }) {
  const t = useTranslations("requests.askForm");
  const { setValue, getValues } = useFormContext();
  const chosen: string[] = useWatch({ name: "patientIds" }) ?? [];
  const missing = text.needing
    .flatMap((place) => people[place]?.id ?? [])
    .filter((id) => !chosen.includes(id));
  if (text.needing.length === 0) return null;
  if (missing.length === 0) return t("needingChosen");
  if (chosen.length >= mostAskedAtOnce) return t("mostChosen", { most: mostAskedAtOnce });
  return (
    <button type="button" className={classes.choose} onClick={choose}>
      {t("needing", { count: missing.length })}
    </button>
  );

  function choose() {
    const texts: string[] = getValues("disclosureIds");
    const change = { shouldDirty: true };
    setValue("patientIds", [...chosen, ...missing].slice(0, mostAskedAtOnce), change);
    setValue("disclosureIds", [...new Set([...texts, text.id])], change);
  }
}
