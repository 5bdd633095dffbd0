"use client";

import { Button, TextInput } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import tones from "@/app/desk/_kit/tones.module.css";
import type { LanguageChecks } from "@/lib/drafts/draft-checks";
import type { Language } from "@/lib/languages";
import { reviewTranslationAction } from "./actions";
import classes from "./draft.module.css";
import type { Checks, Place } from "./state";

type Props = {
  place: Place;
  language: Language;
  checks: LanguageChecks;
  isSaved: boolean;
  onReviewed: (checks: Checks) => void;
};

/** Who knows the language and read exactly this text; after a change nobody has. */
export function Review({ place, language, checks, isSaved, onReviewed }: Props) {
  const t = useTranslations("drafts.review");
  const format = useFormatter();
  const [isPending, pend] = useState(false);
  const [failure, fail] = useState<string | null>(null);

  async function note(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const reviewer = String(new FormData(event.currentTarget).get("reviewer") ?? "");
    pend(true);
    const { disclosureId, practice } = place;
    const input = { disclosureId, language, textSha256: checks.textSha256, reviewer };
    const answer = await reviewTranslationAction(practice, input).catch(() => null);
    pend(false);
    if (answer?.ok) return onReviewed(answer.value);
    fail(answer?.fields.reviewer ?? answer?.message ?? t("lineLost"));
  }

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
        <form onSubmit={note} className={classes.review}>
          <p className={tones.quiet}>{t("notReviewed")}</p>
          <TextInput
            name="reviewer"
            label={t("reviewer")}
            description={t("reviewerHint")}
            maxLength={120}
            error={failure}
          />
          <Button type="submit" variant="default" loading={isPending} disabled={!isSaved}>
            {t("note")}
          </Button>
        </form>
      )}
    </section>
  );
}
