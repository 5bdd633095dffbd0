"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Act } from "@/app/desk/_kit/act";
import { stopAskingAction } from "./actions";

/** Takes back what has not left, and says what had. */
export function StopAsking({ practice, askingId }: { practice: string; askingId: string }) {
  const t = useTranslations("requests.leaving");
  const [said, say] = useState<string | null>(null);
  const stop = stopAskingAction.bind(null, practice);
  if (said) return <span role="status">{said}</span>;
  return (
    <Act
      action={stop}
      fields={{ askingId }}
      label={t("stop")}
      done={(counted) => {
        const words = t("stopped", counted);
        say(words);
        return { words };
      }}
    />
  );
}
