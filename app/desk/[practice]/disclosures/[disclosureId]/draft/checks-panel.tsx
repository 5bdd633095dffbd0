"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { FoundInDraft, LanguageChecks } from "@/lib/drafts/draft-checks";
import type { Language } from "@/lib/languages";
import type { RichNode } from "@/lib/markdown/rich-markdown";
import { ClaimsPart } from "./claims-part";
import classes from "./draft.module.css";
import { EnglishChanged } from "./english-changed";
import { PromiseFound } from "./promise-found";
import type { Checks, Place } from "./state";
import { TranslationReview } from "./translation-review";

type Props = {
  place: Place;
  language: Language;
  checks: LanguageChecks | null;
  isSaved: boolean;
  onInsert: (blocks: RichNode[]) => void;
  onUse: (promise: FoundInDraft, replacement: string) => void;
  onReviewed: (checks: Checks) => void;
};

/** What is worth a look in what was saved last: hints, and none of them stops anybody from writing on. */
export function ChecksPanel({ place, language, checks, isSaved, onInsert, onUse, onReviewed }: Props) {
  const t = useTranslations("drafts.checks");
  const say = useTranslations("mustSay");
  if (!checks) return null;
  const { missing, promises, blanks, reading } = checks;
  const look = { variant: "default", size: "compact-md" } as const;
  return (
    <aside aria-label={t("title")} className={classes.checks}>
      {checks.following && (
        <EnglishChanged
          key={`${language}${checks.following.is}`}
          place={place}
          language={language}
          following={checks.following}
          isSaved={isSaved}
          onKept={onReviewed}
        />
      )}
      <section aria-labelledby="must-say">
        <h2 id="must-say">{t("mustSay", { said: checks.mustSay - missing.length, of: checks.mustSay })}</h2>
        {missing.length > 0 && <p className={classes.hint}>{t("mustSayHint")}</p>}
        <ul>
          {missing.map(({ part, insert }) => (
            <li key={part}>
              <span>{t("missing", { part: say(part) })}</span>
              <Button
                {...look}
                aria-label={t("insertPart", { part: say(part) })}
                onClick={() => onInsert(insert)}
              >
                {t("insert")}
              </Button>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="words">
        <h2 id="words">{t("words", { count: promises.length })}</h2>
        <ul>
          {promises.map((promise, index) => (
            <li key={`${index}${promise.found}`}>
              <PromiseFound language={language} promise={promise} onUse={onUse} />
            </li>
          ))}
        </ul>
      </section>
      <ClaimsPart practice={place.practice} language={language} claims={checks.claims} />
      {blanks.length > 0 && (
        <section aria-labelledby="blanks">
          <h2 id="blanks">{t("blanks", { count: blanks.length })}</h2>
          <ul>
            {blanks.map((blank) => (
              <li key={blank} lang={language}>
                {blank}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="reading">
        <h2 id="reading">{t("reading", { ease: reading.ease, minutes: reading.minutes })}</h2>
        {reading.longSentences.length > 0 && (
          <details>
            <summary>{t("long", { count: reading.longSentences.length })}</summary>
            <ul>
              {reading.longSentences.map((sentence) => (
                <li key={sentence} lang={language}>
                  {sentence}
                </li>
              ))}
            </ul>
          </details>
        )}
      </section>
      <TranslationReview
        key={`${language}${checks.textSha256}`}
        place={place}
        language={language}
        checks={checks}
        isSaved={isSaved}
        onReviewed={onReviewed}
      />
    </aside>
  );
}
