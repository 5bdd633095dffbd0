"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { FoundInDraft } from "@/lib/drafts/draft-checks";
import type { Language } from "@/lib/languages";

type Props = {
  language: Language;
  promise: FoundInDraft;
  onUse: (promise: FoundInDraft, replacement: string) => void;
};

/** A promise nobody can keep: with advice for who writes, or with the sentence to put in its place. */
export function PromiseFound({ language, promise, onUse }: Props) {
  const t = useTranslations("drafts.checks");
  const { found, sentence, remedy } = promise;
  if (remedy.is === "advice") {
    return (
      <span lang={language}>
        “{found}”: {remedy.words}
      </span>
    );
  }
  return (
    <>
      <span>
        <span lang={language}>“{sentence}”</span> {t("instead")}{" "}
        <span lang={language}>“{remedy.sentence}”</span>
      </span>
      <Button
        variant="default"
        size="compact-md"
        aria-label={t("useInstead", { found: sentence, proposal: remedy.sentence })}
        onClick={() => onUse(promise, remedy.sentence)}
      >
        {t("use")}
      </Button>
    </>
  );
}
