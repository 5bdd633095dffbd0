"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import type { ActionState } from "@/lib/actions";
import { typedWords } from "@/lib/form-values";
import type { RefusedAt } from "./refused-at";

type Act<T> = (previous: unknown, form: FormData) => Promise<ActionState<T | RefusedAt>>;

/** A form of the desk: what was refused stands beside its field, and what was typed stays. */
export function useAnswered<T>(act: Act<T>, finish: (value: T) => void) {
  const words = useTranslations("refusals");
  const [state, submit, isPending] = useActionState<ActionState, FormData>(async (before, form) => {
    const answer = await act(before, form);
    if (!answer?.ok) return answer;
    const { value } = answer;
    if (!isRefusedAt(value)) {
      finish(value);
      return null;
    }
    const { refusedAt, reason, details } = value;
    const fields = { [refusedAt]: words.has(reason) ? words(reason, details) : words("check-field") };
    return { ok: false, message: words("check-fields"), fields, typed: typedWords(form) };
  }, null);
  const failure = state && !state.ok ? state : null;
  const field = (name: string, otherwise = "") => ({
    name,
    defaultValue: failure?.typed[name] ?? otherwise,
    error: failure?.fields[name],
  });
  return { submit, isPending, failure, field };
}

function isRefusedAt(value: unknown): value is RefusedAt {
  return typeof value === "object" && value !== null && "refusedAt" in value;
}
