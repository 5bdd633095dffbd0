"use client";

import { Alert, Button, type ButtonProps, Stack, TextInput, type TextInputProps } from "@mantine/core";
import { createContext, type ReactNode, useActionState, useContext, useEffect, useRef } from "react";
import { useFormStatus } from "react-dom";
import type { ActionFailure, ActionState } from "@/app/action";

type Act = (previous: unknown, form: FormData) => Promise<ActionState>;

const FailureOfForm = createContext<ActionFailure | null>(null);

/** A form that works without JavaScript too: what was wrong stands above it, and beside each field. */
export function ActionForm({ action, children }: { action: Act; children: ReactNode }) {
  const [state, submit] = useActionState<ActionState, FormData>(action, null);
  const failure = state && !state.ok ? state : null;
  const alert = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (failure) alert.current?.focus();
  }, [failure]);
  return (
    <form action={submit} noValidate>
      <FailureOfForm value={failure}>
        <Stack>
          {failure && (
            <Alert ref={alert} tabIndex={-1} role="alert" color="gray" variant="outline">
              {failure.message}
            </Alert>
          )}
          {children}
        </Stack>
      </FailureOfForm>
    </form>
  );
}

export function ActionField({ name, defaultValue, ...props }: TextInputProps & { name: string }) {
  const failure = useContext(FailureOfForm);
  return (
    <TextInput
      {...props}
      name={name}
      defaultValue={failure?.typed[name] ?? defaultValue}
      error={failure?.fields[name]}
    />
  );
}

export function ActionButton({ children, ...props }: ButtonProps & { children: ReactNode }) {
  const { pending } = useFormStatus();
  return (
    <Button
      size="lg"
      {...props}
      type="submit"
      fullWidth
      aria-disabled={pending}
      data-disabled={pending || undefined}
    >
      {children}
    </Button>
  );
}
