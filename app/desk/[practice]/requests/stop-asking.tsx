"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { useTell } from "@/app/desk/_kit/told";
import tones from "@/app/desk/_kit/tones.module.css";
import { stopAskingAction } from "./actions";

/** Takes back what has not left, and says what had. */
export function StopAsking({ practice, askingId }: { practice: string; askingId: string }) {
  const t = useTranslations("requests.leaving");
  const tell = useTell();
  const [said, say] = useState<string | null>(null);
  const [isStopped, stop] = useState(false);
  const [isPending, start] = useTransition();
  return (
    <div>
      {!isStopped && (
        <Button variant="default" loading={isPending} onClick={press}>
          {t("stop")}
        </Button>
      )}
      <span role="status" className={isStopped ? undefined : tones.alarm}>
        {said}
      </span>
    </div>
  );

  function press() {
    start(async () => {
      const state = await stopAskingAction(practice, { askingId });
      if (!state) return;
      const words = state.ok ? t("stopped", state.value) : state.message;
      stop(state.ok);
      say(words);
      if (state.ok) tell({ words });
    });
  }
}
