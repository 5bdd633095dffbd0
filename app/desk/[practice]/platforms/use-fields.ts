import { useTranslations } from "next-intl";
import { useActionState } from "react";
import type { ActionState, PracticeAction } from "@/app/action";
import type { Saved } from "./beside-field";

/** Sends a form, keeps what was typed, and puts what is wrong beside its field. */
export function useFields(practice: string, action: PracticeAction<Saved>, onSaved: (id: string) => void) {
  const words = useTranslations("refusals");
  const [sent, submit, isPending] = useActionState<Sent, FormData>(async (before, form) => {
    const answer = await action(practice, null, form);
    if (answer?.ok && "id" in answer.value) onSaved(answer.value.id);
    return { answer, typed: typedIn(form), times: (before?.times ?? 0) + 1 };
  }, null);
  const { answer = null, typed = {}, times = 0 } = sent ?? {};
  const refused = answer?.ok && "refused" in answer.value ? answer.value.refused : null;
  const failure = answer && !answer.ok ? answer : null;
  const errorAt = (name: string) => {
    if (refused?.field !== name) return failure?.fields[name];
    return words.has(refused.reason) ? words(refused.reason, refused.details) : refused.reason;
  };
  return {
    submit,
    isPending,
    typed,
    /** A key for what is ticked: sending a form unticks it behind the back of whoever keeps its state. */
    times,
    errorAt,
    message: failure?.message ?? (refused ? words("check-fields") : null),
  };
}

type Sent = null | { answer: ActionState<Saved>; typed: Record<string, string>; times: number };

function typedIn(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
