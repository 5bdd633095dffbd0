"use client";

import { type ReactNode, useActionState } from "react";
import type { ActionState } from "@/app/action";

type Act = (previous: unknown, form: FormData) => Promise<ActionState>;

/** A form of buttons alone: it works without JavaScript, and says above them if something stood in the way. */
export function PlainForm({
  action,
  values,
  children,
}: {
  action: Act;
  values: Record<string, string>;
  children: ReactNode;
}) {
  const [state, submit] = useActionState<ActionState, FormData>(action, null);
  return (
    <form action={submit}>
      {state && !state.ok && <p role="alert">{state.message}</p>}
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}
