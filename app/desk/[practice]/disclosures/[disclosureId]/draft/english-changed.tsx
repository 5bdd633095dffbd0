"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Act } from "@/app/desk/_kit/act";
import { orConnectionLost } from "@/app/desk/_kit/connection-lost";
import type { FollowingEnglish } from "@/lib/drafts/following-english";
import type { Language } from "@/lib/languages";
import { keepTranslationAction } from "./actions";
import type { Checks, Place } from "./state";

type Props = {
  place: Place;
  language: Language;
  following: FollowingEnglish;
  isSaved: boolean;
  onKept: (checks: Checks) => void;
};

/** A language that stayed as it was when English changed, until it changes or somebody says that it need not. */
export function EnglishChanged({ place, language, following, isSaved, onKept }: Props) {
  const t = useTranslations("drafts.following");
  const format = useFormatter();
  const { practice, disclosureId } = place;
  const keep = orConnectionLost(keepTranslationAction.bind(null, practice), t("connectionLost"));
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
          <Act
            size="sm"
            disabled={!isSaved}
            action={keep}
            fields={{
              disclosureId,
              language,
              textSha256: following.textSha256,
              englishSha256: following.englishSha256,
            }}
            label={t("keep")}
            done={(checks) => {
              onKept(checks);
              return null;
            }}
          />
        </>
      )}
    </section>
  );
}
