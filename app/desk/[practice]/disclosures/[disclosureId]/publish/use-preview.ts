"use client";

import { useEffect, useRef, useState } from "react";
import { askPreviewAction } from "../draft/actions";
import { previewPublishAction } from "./actions";
import { askCopies } from "./ask-copies";
import type { asInput } from "./choices";
import type { Preview } from "./preview";

const pause = 350;
/** Some twenty seconds: when nobody draws by then, the sheet says what is missing. */
const mostLooks = 40;

/**
 * Reads anew who is affected, a moment after the last change; the newest answer counts. A copy that was not checked yet
 * is asked for, and looked for until it is or that is refused.
 */
export function usePreview(practice: string, choices: ReturnType<typeof asInput>, search: string) {
  const [preview, setPreview] = useState<Preview | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isStale, setIsStale] = useState(true);
  const asked = useRef(0);
  const { disclosureId } = choices;
  const [looks, setLooks] = useState(0);
  const question = JSON.stringify({ choices, search });

  useEffect(() => {
    const turn = ++asked.current;
    setIsStale(true);
    const later = setTimeout(async () => {
      const state = await previewPublishAction(practice, JSON.parse(question));
      if (turn !== asked.current || !state) return;
      setIsStale(false);
      if (!state.ok) return setProblem(state.message);
      setPreview(state.value);
      const isOver = looks >= mostLooks || !isUnchecked(state.value);
      const refusal = isOver
        ? null
        : await askCopies(state.value.problems, (language) =>
            askPreviewAction(practice, { disclosureId, language }),
          );
      if (turn !== asked.current) return;
      setProblem(refusal);
      if (!isOver && !refusal) setLooks(looks + 1);
    }, pause);
    return () => clearTimeout(later);
  }, [practice, disclosureId, question, looks]);

  const isWaiting = preview !== null && isUnchecked(preview) && !problem && looks < mostLooks;
  const again = () => setLooks((before) => before + 1);
  return { preview, setPreview, again, problem, isStale: isStale || isWaiting };
}

function isUnchecked({ problems }: Preview): boolean {
  return problems.some(({ reason }) => reason === "paper-unchecked");
}
