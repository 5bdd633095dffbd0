"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { marked } from "@/app/desk/_kit/name";
import { useTell } from "@/app/desk/_kit/told";
import { noteFirstMeetingAction } from "../../patients/actions";

/** Notes that they have met, and looks at the plan again. */
export function WeHaveMet(props: { practice: string; patientId: string; name: string; met: () => void }) {
  const { practice, patientId, name, met } = props;
  const t = useTranslations("requests.leaving");
  const tell = useTell();
  const [isPending, start] = useTransition();
  return (
    <Button
      size="compact-sm"
      variant="default"
      ms="xs"
      loading={isPending}
      onClick={() =>
        start(async () => {
          const state = await noteFirstMeetingAction(practice, { patientId });
          tell({ words: state?.ok ? t("met", { name: marked(name) }) : (state?.message ?? "") });
          met();
        })
      }
    >
      {t("weHaveMet")}
    </Button>
  );
}
