"use client";

import { useEffect, useRef, useState } from "react";
import type { PublishDraftInput } from "@/lib/disclosures/input";
import { previewPublishAction } from "./actions";
import type { Preview } from "./preview";

const pause = 350;

/** Reads anew who is affected, a moment after the last change; the newest answer counts. */
export function usePreview(practice: string, choices: PublishDraftInput, search: string) {
  const [preview, show] = useState<Preview | null>(null);
  const [problem, complain] = useState<string | null>(null);
  const [isStale, age] = useState(true);
  const asked = useRef(0);
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
    }, pause);
    return () => clearTimeout(later);
  }, [practice, question]);

  return { preview, show, problem, isStale };
}
