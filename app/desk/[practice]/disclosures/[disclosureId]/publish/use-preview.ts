"use client";

import { useEffect, useRef, useState } from "react";
import type { PublishDraftInput } from "@/lib/disclosures/input";
import { askPreviewAction } from "../draft/actions";
import { previewPublishAction } from "./actions";
import type { Preview } from "./preview";

const pause = 350;
/** Some twenty seconds: when nobody draws by then, the sheet says what is missing. */
const mostLooks = 40;

/**
 * Reads anew who is affected, a moment after the last change; the newest answer counts. A copy that was not checked yet
 * is asked for, and looked for until it is.
 */
export function usePreview(practice: string, choices: PublishDraftInput, search: string) {
  const [preview, show] = useState<Preview | null>(null);
  const [problem, complain] = useState<string | null>(null);
  const [isStale, age] = useState(true);
  const asked = useRef(0);
  const { disclosureId } = choices;
  const [looks, look] = useState(0);
  const question = JSON.stringify({ choices, search });

  useEffect(() => {
    const turn = ++asked.current;
    age(true);
    const later = setTimeout(async () => {
      const state = await previewPublishAction(practice, JSON.parse(question));
      if (turn !== asked.current || !state) return;
      age(false);
      if (!state.ok) return complain(state.message);
      complain(null);
      show(state.value);
      if (looks >= mostLooks) return;
      const unchecked = state.value.problems.filter(({ reason }) => reason === "paper-unchecked");
      for (const { details } of unchecked.filter(({ details: { state: how } }) => how === "unasked"))
        await askPreviewAction(practice, { disclosureId, language: details.language });
      if (unchecked.length > 0 && turn === asked.current) look(looks + 1);
    }, pause);
    return () => clearTimeout(later);
  }, [practice, disclosureId, question, looks]);

  const isUnchecked = preview?.problems.some(({ reason }) => reason === "paper-unchecked") ?? false;
  return { preview, show, problem, isStale: isStale || (isUnchecked && looks < mostLooks) };
}
