"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { DraftContent } from "@/lib/drafts/draft-content";
import { saveDraftAction, storedDraftAction } from "./actions";
import type { Checks, Loaded, Place } from "./state";

const pause = 1_200;
const retryAfter = 10_000;

export type Saving =
  | { is: "saved"; at: string }
  | { is: "unsaved" }
  | { is: "saving" }
  | { is: "failed"; why: string | null; fields: Record<string, string> };

/** What somebody else saved meanwhile; nothing is saved until it is chosen which of the two goes on. */
export type Meanwhile = Loaded;

/** Saves a moment after the last change, one at a time, and tells a lost line from somebody else's text. */
export function useAutosave(place: Place, content: DraftContent, loaded: Loaded) {
  const [saving, setSaving] = useState<Saving>({ is: "saved", at: loaded.savedAt });
  const [checks, setChecks] = useState<Checks>(loaded.checks);
  const [meanwhile, setMeanwhile] = useState<Meanwhile | null>(null);
  const revision = useRef(loaded.revision);
  const saved = useRef(loaded.content);
  const newest = useRef(content);
  const running = useRef<Promise<boolean> | null>(null);
  newest.current = content;

  const save = useCallback(async (): Promise<boolean> => {
    if (running.current) await running.current;
    const sent = newest.current;
    if (sent === saved.current) return true;
    running.current = attempt(sent);
    const isSaved = await running.current;
    running.current = null;
    return isSaved;

    async function attempt(given: DraftContent): Promise<boolean> {
      setSaving({ is: "saving" });
      const input = { disclosureId: place.disclosureId, revision: revision.current, content: given };
      const answer = await saveDraftAction(place.practice, input).catch(() => null);
      if (answer?.ok) {
        saved.current = given;
        revision.current = answer.value.revision;
        setChecks(answer.value.checks);
        setSaving(given === newest.current ? { is: "saved", at: answer.value.savedAt } : { is: "unsaved" });
        return true;
      }
      setSaving({ is: "failed", why: answer?.message ?? null, fields: answer?.fields ?? {} });
      const stored = await storedDraftAction(place.practice, { disclosureId: place.disclosureId }).catch(
        () => null,
      );
      if (stored?.ok && stored.value.revision !== revision.current) setMeanwhile(stored.value);
      return false;
    }
  }, [place]);

  useEffect(() => {
    if (meanwhile || content === saved.current) return;
    setSaving((before) => (before.is === "saving" ? before : { is: "unsaved" }));
    const timer = setTimeout(save, pause);
    return () => clearTimeout(timer);
  }, [content, meanwhile, save]);

  useEffect(() => {
    if (saving.is !== "failed" || meanwhile) return;
    const timer = setTimeout(save, retryAfter);
    return () => clearTimeout(timer);
  }, [saving, meanwhile, save]);

  /** Goes on from what somebody else saved, having seen it: with it, or with one's own text instead. */
  function goOnFrom(theirs: Meanwhile, take: "theirs" | "mine") {
    revision.current = theirs.revision;
    saved.current = take === "theirs" ? theirs.content : saved.current;
    if (take === "theirs") {
      setChecks(theirs.checks);
      setSaving({ is: "saved", at: theirs.savedAt });
    }
    setMeanwhile(null);
  }

  const isSaved = saving.is === "saved";
  return { saving, checks, setChecks, meanwhile, save, goOnFrom, isSaved, seen: () => revision.current };
}
