"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { FieldValues } from "react-hook-form";
import { orConnectionLost } from "@/app/desk/_kit/connection-lost";
import { Field } from "@/app/desk/_kit/fields";
import { DeskForm } from "@/app/desk/_kit/form";
import tones from "@/app/desk/_kit/tones.module.css";
import type { LanguageChecks } from "@/lib/drafts/draft-checks";
import { reviewTranslationInput } from "@/lib/drafts/input";
import type { Language } from "@/lib/languages";
import { reviewTranslationAction } from "./actions";
import type { Checks, Place } from "./state";

type Props = {
  place: Place;
  language: Language;
  checks: LanguageChecks;
  isSaved: boolean;
  onReviewed: (checks: Checks) => void;
};

/** Who knows the language and read exactly this text; after a change nobody has. */
export function TranslationReview({ place, language, checks, isSaved, onReviewed }: Props) {
  const t = useTranslations("drafts.review");
  const format = useFormatter();
  const { practice, disclosureId } = place;
  const note = orConnectionLost(
    (given: FieldValues) => reviewTranslationAction(practice, given),
    t("connectionLost"),
  );
  return (
    <section aria-labelledby="review">
      <h2 id="review">{t("title")}</h2>
      {checks.review ? (
        <p>
          {t("reviewed", {
            reviewer: checks.review.reviewer,
            date: format.dateTime(checks.review.reviewedAt, { dateStyle: "medium" }),
          })}
        </p>
      ) : (
        <DeskForm
          action={note}
          schema={reviewTranslationInput}
          fields={{ disclosureId, language, textSha256: checks.textSha256 }}
          save={t("note")}
          waits={!isSaved}
          done={(_, reviewed) => {
            onReviewed(reviewed);
            return null;
          }}
        >
          <p className={tones.quiet}>{t("notReviewed")}</p>
          <Field name="reviewer" label={t("reviewer")} hint={t("reviewerHint")} maxLength={120} />
        </DeskForm>
      )}
    </section>
  );
}
