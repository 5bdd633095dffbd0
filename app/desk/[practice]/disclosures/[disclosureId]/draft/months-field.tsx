"use client";

import { NumberInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { Change } from "./state";

export function MonthsField({ months, change }: { months: number | null; change: (change: Change) => void }) {
  const t = useTranslations("drafts");
  return (
    <NumberInput
      size="md"
      maw="24rem"
      label={t("months")}
      description={t("monthsHint")}
      min={1}
      max={120}
      clampBehavior="strict"
      allowDecimal={false}
      allowNegative={false}
      value={months ?? ""}
      onChange={(value) => change({ do: "months", months: typeof value === "number" ? value : null })}
    />
  );
}
