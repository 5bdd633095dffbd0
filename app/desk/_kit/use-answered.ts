"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState, useTransition } from "react";
import type { ActionFailure, ActionState } from "@/app/action";
import type { RefusedAt } from "./refused-at";

type Act<T> = (previous: unknown, form: FormData) => Promise<ActionState<T | RefusedAt>>;

/**
 * A form of the desk: what was refused stands beside its field, and what was typed stays. It is sent by hand, because
 * a form with an action is emptied after it, and choices among several do not come back.
 */
export function useAnswered<T>(act: Act<T>, finish: (value: T) => void) {
  const words = useTranslations("refusals");
  const [failure, fail] = useState<ActionFailure | null>(null);
  const [isPending, start] = useTransition();
  const field = (name: string, first = "") => ({
    name,
    defaultValue: first,
    error: failure?.fields[name],
  });
  return { send, isPending, failure, field };

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    start(async () => {
      const answer = await act(null, form);
      if (!answer?.ok) return fail(answer);
      if (isRefusedAt(answer.value)) return fail(asFailure(answer.value));
      fail(null);
      finish(answer.value);
    });
  }

  function asFailure({ refusedAt, reason, details }: RefusedAt): ActionFailure {
    const sentence = words.has(reason) ? words(reason, details) : words("check-field");
    return { ok: false, message: words("check-fields"), fields: { [refusedAt]: sentence }, typed: {} };
  }
}

function isRefusedAt(value: unknown): value is RefusedAt {
  return typeof value === "object" && value !== null && "refusedAt" in value;
}
