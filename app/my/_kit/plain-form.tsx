"use client";

import { TextInput, type TextInputProps } from "@mantine/core";
import { createContext, type ReactNode, useActionState, useContext, useEffect, useRef } from "react";
import type { ActionFailure, ActionState } from "@/app/action";
import classes from "./plain-form.module.css";

export type Act<T = unknown> = (previous: unknown, form: FormData) => Promise<ActionState<T>>;

type Props = {
  /** What the form sends without asking. */
  values?: Readonly<Record<string, string>>;
  className?: string | undefined;
  "aria-labelledby"?: string;
  children: ReactNode;
};

type Refused = Pick<ActionFailure, "fields" | "typed">;

const none: Refused = { fields: {}, typed: {} };
const RefusalOfForm = createContext(none);

/** A form that works without JavaScript too: what stood in the way is said above it, and beside each field. */
export function PlainForm({ action, ...form }: Props & { action: Act }) {
  const [state, submit] = useActionState<ActionState, FormData>(action, null);
  return <FormOfState {...form} state={state} submit={submit} />;
}

type OfState = Props & { state: ActionState; submit(form: FormData): void };

/** For who shows in the place of the form what came of it. */
export function FormOfState({ state, submit, values = {}, className, children, ...named }: OfState) {
  const failure = state && !state.ok ? state : null;
  const told = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (failure) told.current?.focus();
  }, [failure]);
  return (
    <form action={submit} noValidate className={className ?? classes.form} {...named}>
      {failure && (
        <p ref={told} tabIndex={-1} role="alert" className={classes.refusal}>
          {failure.message}
        </p>
      )}
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <RefusalOfForm value={failure ?? none}>{children}</RefusalOfForm>
    </form>
  );
}

/** By its name, what is wrong in a field and what was typed. */
export function useRefusal(): Refused {
  return useContext(RefusalOfForm);
}

export function PlainField({ name, defaultValue, ...props }: TextInputProps & { name: string }) {
  const { fields, typed } = useRefusal();
  return <TextInput {...props} name={name} defaultValue={typed[name] ?? defaultValue} error={fields[name]} />;
}
