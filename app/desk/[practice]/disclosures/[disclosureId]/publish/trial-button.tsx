"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import tones from "@/app/desk/_kit/tones.module.css";
import { sendTrialAction } from "./actions";

/** The message patients would get, to one's own mailbox. */
export function TrialButton({ practice, disclosureId }: { practice: string; disclosureId: string }) {
  const t = useTranslations("publish.form");
  const [said, say] = useState("");
  const [isPending, start] = useTransition();
  const send = () =>
    start(async () => {
      const state = await sendTrialAction(practice, { disclosureId });
      if (state) say(state.ok ? t("trialSent", { address: state.value.toAddress }) : state.message);
    });
  return (
    <>
      <Button variant="default" loading={isPending} onClick={send}>
        {t("trial")}
      </Button>
      <span role="status" className={tones.quiet}>
        {said}
      </span>
    </>
  );
}
