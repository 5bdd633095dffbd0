"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { FieldValues } from "react-hook-form";
import type { ActionState } from "@/app/action";

/** The action of a form with a file: it is sent to the one address that takes as much. */
export function usePost(to: string, notSent: string) {
  const refusals = useTranslations("formRefusals");
  const router = useRouter();
  return async (given: FieldValues): Promise<ActionState> => {
    const body = new FormData();
    for (const [name, value] of Object.entries(given)) if (value !== null) body.append(name, value);
    const response = await fetch(to, { method: "POST", body }).catch(() => null);
    if (response?.redirected) return refused(refusals("signed-out"));
    if (response?.status === 413) return refused(refusals("file-too-large"));
    if (!response?.headers.get("content-type")?.includes("json")) return refused(notSent);
    const answer = asState(await response.json());
    if (answer?.ok) router.refresh();
    return answer;
  };
}

function refused(message: string): ActionState {
  return { ok: false, message, fields: {}, typed: {} };
}

/** Safe because only the addresses that take such a form answer with JSON there. */
function asState(answer: unknown): ActionState {
  return answer as ActionState;
}
