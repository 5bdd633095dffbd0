"use client";

import { type RefObject, useCallback, useEffect, useState } from "react";
import { keepAnswer, keptAnswer, type UnsignedAnswer } from "@/app/_ui/unsigned-answers";

/** What stands in the form, kept through a reload and read back when the page is opened again. */
export function useEntered(requestId: string, form: RefObject<HTMLFormElement | null>, sent: UnsignedAnswer) {
  const [entered, setEntered] = useState(sent);
  const [isRestored, setRestored] = useState(false);

  useEffect(() => {
    const kept = keptAnswer(requestId);
    if (!kept) return;
    setEntered((now) => ({ answers: { ...kept.answers, ...now.answers }, name: kept.name || now.name }));
    setRestored(true);
  }, [requestId]);

  const notice = useCallback(() => {
    if (!form.current) return;
    const draft = draftOf(new FormData(form.current));
    setEntered(draft);
    keepAnswer(requestId, draft);
  }, [requestId, form]);

  return { entered, isRestored, notice };
}

function draftOf(values: FormData): UnsignedAnswer {
  const answers: UnsignedAnswer["answers"] = {};
  for (const [name, said] of values) {
    if (name.startsWith("answers.")) answers[name.slice("answers.".length)] = said === "yes" ? "yes" : "no";
  }
  return { answers, name: String(values.get("printedName") ?? "") };
}
