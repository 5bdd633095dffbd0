"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import tones from "@/app/desk/_kit/tones.module.css";
import { asLanguage } from "@/lib/languages";
import { keepTranslationAction } from "../draft/actions";
import type { SaidProblem } from "./preview";

type Props = { practice: string; disclosureId: string; problem: SaidProblem; again: () => void };

/** A language that was left as it was when English changed: who says that it may stay so is noted at once. */
export function BehindPart({ practice, disclosureId, problem, again }: Props) {
  const t = useTranslations("publish.form");
  const [isPending, pend] = useState(false);
  const [failure, fail] = useState<string | null>(null);
  const { language = "", textSha256 = "", englishSha256 = "" } = problem.details;

  async function keep() {
    pend(true);
    const input = { disclosureId, language, textSha256, englishSha256 };
    const answer = await keepTranslationAction(practice, input).catch(() => null);
    pend(false);
    if (!answer?.ok) return fail(answer?.message ?? t("lineLost"));
    again();
  }

  return (
    <div>
      <p className={tones.alarm} role="alert">
        {problem.sentence}
      </p>
      <Button variant="default" size="compact-md" loading={isPending} onClick={keep}>
        {t("needsNoChange", { language: asLanguage(language) })}
      </Button>
      <p role="alert" className={tones.alarm}>
        {failure}
      </p>
    </div>
  );
}
