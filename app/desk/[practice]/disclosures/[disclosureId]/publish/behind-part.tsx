"use client";

import { useTranslations } from "next-intl";
import { Act } from "@/app/desk/_kit/act";
import { orConnectionLost } from "@/app/desk/_kit/connection-lost";
import tones from "@/app/desk/_kit/tones.module.css";
import { asLanguage } from "@/lib/languages";
import { keepTranslationAction } from "../draft/actions";
import type { SaidProblem } from "./preview";

type Props = { practice: string; disclosureId: string; problem: SaidProblem; again: () => void };

/** A language that was left as it was when English changed: who says that it may stay so is noted at once. */
export function BehindPart({ practice, disclosureId, problem, again }: Props) {
  const t = useTranslations("publish.form");
  const { language = "", textSha256 = "", englishSha256 = "" } = problem.details;
  return (
    <div>
      <p className={tones.alarm} role="alert">
        {problem.sentence}
      </p>
      <Act
        action={orConnectionLost(keepTranslationAction.bind(null, practice), t("connectionLost"))}
        fields={{ disclosureId, language, textSha256, englishSha256 }}
        label={t("needsNoChange", { language: asLanguage(language) })}
        done={() => {
          again();
          return null;
        }}
      />
    </div>
  );
}
