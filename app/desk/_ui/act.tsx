"use client";

import { Button, type ButtonProps } from "@mantine/core";
import { useActionState } from "react";
import type { ActionState } from "@/lib/actions";
import classes from "./list.module.css";

/** One button that does one thing, answers at once, and says what happened or why not. */
export function Act(
  props: ButtonProps & {
    action: (previous: unknown, form: FormData) => Promise<ActionState>;
    fields: Record<string, string>;
    label: string;
    done: string;
    describedBy?: string;
  },
) {
  const { action, fields, label, done, describedBy, ...button } = props;
  const [state, submit, isPending] = useActionState<ActionState, FormData>(action, null);
  return (
    <form action={submit}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button
        type="submit"
        size="compact-md"
        variant="default"
        {...button}
        loading={isPending}
        aria-describedby={describedBy}
      >
        {label}
      </Button>
      <span role="status" className={state && !state.ok ? classes.alarm : classes.quiet}>
        {state && (state.ok ? ` ${done}` : ` ${state.message}`)}
      </span>
    </form>
  );
}
