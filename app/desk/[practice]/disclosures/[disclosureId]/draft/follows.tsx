"use client";

import { Button } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import tones from "@/app/desk/_kit/tones.module.css";
import type { Following } from "@/lib/drafts/following";
import type { Language } from "@/lib/languages";
import { keepTranslationAction } from "./actions";
import type { Checks, Place } from "./state";

type Props = {
  place: Place;
  language: Language;
  following: Following;
  isSaved: boolean;
  onKept: (checks: Checks) => void;
};

/** A language that stayed as it was when English changed, until it changes or somebody says that it need not. */
export function Follows({ place, language, following, isSaved, onKept }: Props) {
  const t = useTranslations("drafts.following");
  const format = useFormatter();
  const [isPending, pend] = useState(false);
  const [failure, fail] = useState<string | null>(null);

  async function keep({ textSha256, englishSha256 }: Extract<Following, { is: "behind" }>) {
    pend(true);
    const { disclosureId, practice } = place;
    const input = { disclosureId, language, textSha256, englishSha256 };
    const answer = await keepTranslationAction(practice, input).catch(() => null);
    pend(false);
    if (answer?.ok) return onKept(answer.value);
    fail(answer?.message ?? t("lineLost"));
  }

  return (
    <section aria-labelledby="follows">
      <h2 id="follows">{t("title")}</h2>
      {following.is === "kept" ? (
        <p>
          {t("kept", {
            name: following.notedBy,
            date: format.dateTime(following.notedAt, { dateStyle: "medium" }),
          })}
        </p>
      ) : (
        <>
          <p>{t("behind")}</p>
          <Button variant="default" loading={isPending} disabled={!isSaved} onClick={() => keep(following)}>
            {t("keep")}
          </Button>
          <p role="alert" className={tones.alarm}>
            {failure}
          </p>
        </>
      )}
    </section>
  );
}
