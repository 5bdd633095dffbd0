"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";

/** Ticks what a new patient is usually asked about, besides what is ticked. */
export function TickUsual({ usual }: { usual: string[] }) {
  const t = useTranslations("requests.askForm");
  const { setValue } = useFormContext();
  const ticked: string[] = useWatch({ name: "disclosureIds" }) ?? [];
  const missing = usual.filter((id) => !ticked.includes(id));
  if (missing.length === 0) return null;
  const tick = () => setValue("disclosureIds", [...ticked, ...missing], { shouldDirty: true });
  return (
    <div>
      <Button variant="default" size="compact-md" onClick={tick}>
        {t("tickUsual", { count: usual.length })}
      </Button>
    </div>
  );
}
