"use client";

import { Button, Group } from "@mantine/core";
import { type ReactNode, useActionState, useState } from "react";
import type { ActionState } from "@/app/action";
import classes from "./list.module.css";
import { sendWhole } from "./send-whole";
import { type Said, useTell } from "./told";

type Words = { label: string; save: string; cancel: string; missing: string };

/** A step that needs a word or a choice: its form stands behind one button, and says what happened or why not. */
export function StepForm(props: {
  action: (previous: unknown, form: FormData) => Promise<ActionState>;
  fields: Record<string, string>;
  words: Words;
  done: Said;
  children: ReactNode;
}) {
  const { action, fields, words, done, children } = props;
  const [isOpen, open] = useState(false);
  const tell = useTell();
  const [state, submit, isPending] = useActionState<ActionState, FormData>(async (before, form) => {
    const answer = await action(before, form);
    if (answer?.ok) {
      tell(done);
      open(false);
    }
    return answer;
  }, null);
  if (!isOpen) {
    return (
      <Button variant="default" size="compact-md" onClick={() => open(true)}>
        {words.label}
      </Button>
    );
  }
  return (
    <form
      className={classes.step}
      onSubmit={sendWhole(submit)}
      onKeyDown={({ key }) => {
        if (key === "Escape") open(false);
      }}
    >
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      {state && !state.ok && (
        <p role="alert" className={classes.alarm}>
          {Object.keys(state.fields).length > 0 ? words.missing : state.message}
        </p>
      )}
      <Group gap="xs">
        <Button type="submit" size="compact-md" loading={isPending}>
          {words.save}
        </Button>
        <Button variant="subtle" size="compact-md" onClick={() => open(false)}>
          {words.cancel}
        </Button>
      </Group>
    </form>
  );
}
