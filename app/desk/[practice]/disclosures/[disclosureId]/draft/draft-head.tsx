"use client";

import { Button, Group } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { sayDoneOnNextPage } from "@/app/desk/_kit/done-line";
import finding from "@/app/desk/_kit/finding.module.css";
import tones from "@/app/desk/_kit/tones.module.css";
import type { Language } from "@/lib/languages";
import { routes } from "@/lib/routes";
import { askPreviewAction, discardDraftAction } from "./actions";
import classes from "./draft.module.css";
import { fieldLabel } from "./field-label";
import type { Place } from "./state";
import type { Saving } from "./use-autosave";

type Props = {
  place: Place;
  title: string;
  number: number;
  language: Language;
  saving: Saving;
  save: () => Promise<boolean>;
  seen: () => number;
  leaveOnPurpose: () => void;
};

/** What is written, whether it is kept, and where to go from here; nothing is left behind unsaved. */
export function DraftHead({ place, title, number, language, saving, save, seen, leaveOnPurpose }: Props) {
  const t = useTranslations("drafts");
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const { practice, disclosureId } = place;

  async function goTo(href: string) {
    if (!(await save())) return;
    leaveOnPurpose();
    location.assign(href);
  }

  async function toPaper() {
    if (!(await save())) return;
    const answer = await askPreviewAction(practice, { disclosureId, language }).catch(() => null);
    if (!answer?.ok) return setFailure(answer?.message ?? t("connectionLost"));
    await goTo(routes.draftOnPaper(practice, disclosureId, language));
  }

  async function discard() {
    const answer = await discardDraftAction(practice, { disclosureId, revision: seen() }).catch(() => null);
    if (!answer?.ok) return setFailure(answer?.message ?? t("connectionLost"));
    leaveOnPurpose();
    sayDoneOnNextPage({ words: t("discarded") });
    location.assign(routes.disclosures(practice));
  }

  const look = { variant: "default", size: "compact-md" } as const;
  return (
    <div className={classes.head}>
      <div className={finding.head}>
        <h1>{t("heading", { title, number })}</h1>
        <Group gap="xs">
          <span>{t("seeAs")}</span>
          <Button {...look} onClick={() => goTo(routes.draftOnPhone(practice, disclosureId, language))}>
            {t("phone")}
          </Button>
          <Button {...look} onClick={toPaper}>
            {t("paper")}
          </Button>
          <Button onClick={() => goTo(routes.publish(practice, disclosureId))}>{t("publish")}</Button>
        </Group>
      </div>
      <Group gap="xs">
        <span role="status" className={saving.is === "failed" ? tones.alarm : tones.quiet}>
          {savingWords()}
        </span>
        {saving.is === "failed" && (
          <Button {...look} onClick={save}>
            {t("tryAgain")}
          </Button>
        )}
        {isAsking ? (
          <>
            <span>{t("discardMeans")}</span>
            <Button {...look} onClick={discard}>
              {t("discardYes")}
            </Button>
            <Button {...look} autoFocus onClick={() => setIsAsking(false)}>
              {t("discardNo")}
            </Button>
          </>
        ) : (
          <Button {...look} variant="subtle" onClick={() => setIsAsking(true)}>
            {t("discard")}
          </Button>
        )}
        <span role="alert" className={tones.alarm}>
          {failure}
        </span>
      </Group>
    </div>
  );

  function savingWords() {
    if (saving.is === "saved") return t("saved", { at: saving.at });
    if (saving.is === "failed") {
      const [path = "", sentence] = Object.entries(saving.fields)[0] ?? [];
      const place = fieldLabel(path, t);
      if (place) return t("notSavedAt", { place, why: sentence ?? "" });
      return t("notSaved", { why: saving.why ?? t("connectionLost") });
    }
    return t(saving.is);
  }
}
