"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Act } from "@/app/desk/_kit/act";
import { stopAskingAction } from "./actions";

/** Takes back what has not left, and says what had. */
export function StopAsking({ practice, askingId }: { practice: string; askingId: string }) {
  const t = useTranslations("requests.leaving");
  const [isStopped, setIsStopped] = useState(false);
  const stop = stopAskingAction.bind(null, practice);
  if (isStopped) return null;
  return (
    <Act
      action={stop}
      fields={{ askingId }}
      label={t("stop")}
      done={(counted) => {
        setIsStopped(true);
        return { words: t("stopped", counted) };
      }}
    />
  );
}
