"use client";

import { Button, type ButtonProps } from "@mantine/core";
import { type KeyboardEvent, type ReactNode, startTransition, useActionState, useId, useState } from "react";
import { useFormContext } from "react-hook-form";
import type { ActionState } from "@/app/action";
import { type Done, useSayDone } from "./done-line";
import { Sentence } from "./name";
import steps from "./steps.module.css";
import tones from "./tones.module.css";

/** What it would mean, in words, with the way on and the way back. */
export type Consequence = { words: string; goOn: string; keep: string };

/**
 * One button that does one thing and says what happened or why not; where it matters, in a second step. Within a form
 * it sends nothing of it.
 */
export function Act<T>(
  props: ButtonProps & {
    action: (previous: unknown, form: FormData) => Promise<ActionState<T>>;
    fields?: Record<string, string>;
    label: string;
    /** Null where the page shows it by itself. */
    done?: Done | ((value: T) => Done | null);
    /** Stands beside it until the next press. */
    show?: (value: T) => ReactNode;
    consequence?: Consequence;
  },
) {
  const { action, fields = {}, label, done, show, consequence, ...button } = props;
  const [step, setStep] = useState<"first" | "asking" | "kept">("first");
  const words = useId();
  const sayDone = useSayDone();
  const isWithin = useFormContext() !== null;
  const [state, submit, isPending] = useActionState<ActionState<T>, FormData>(async (before, form) => {
    const answer = await action(before, form);
    const said = answer?.ok && (typeof done === "function" ? done(answer.value) : done);
    if (said) sayDone(said);
    setStep("first");
    return answer;
  }, null);
  const look = { size: "compact-md", variant: "default", ...button } as const;
  const came = (
    <div role="status" className={state?.ok ? undefined : tones.alarm}>
      {state?.ok ? show?.(state.value) : state?.message}
    </div>
  );
  if (consequence && step !== "asking") {
    return (
      <div className={steps.act}>
        <Button {...look} autoFocus={step === "kept"} onClick={() => setStep("asking")}>
          {label}
        </Button>
        {came}
      </div>
    );
  }
  const inside = (
    <>
      {consequence && (
        <p id={words} className={steps.consequence}>
          <Sentence>{consequence.words}</Sentence>
        </p>
      )}
      <Button
        type={isWithin ? "button" : "submit"}
        {...look}
        {...(isWithin && { onClick: () => startTransition(() => submit(formOf(fields))) })}
        loading={isPending}
        aria-describedby={consequence && words}
      >
        {consequence ? consequence.goOn : label}
      </Button>
      {consequence && (
        <Button {...look} autoFocus aria-describedby={words} onClick={() => setStep("kept")}>
          {consequence.keep}
        </Button>
      )}
      {came}
    </>
  );
  const box = { className: steps.act, onKeyDown: consequence && leave };
  if (isWithin) return <div {...box}>{inside}</div>;
  return (
    <form action={submit} {...box}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {inside}
    </form>
  );

  function leave(event: KeyboardEvent) {
    if (event.key === "Escape") setStep("kept");
  }
}

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}
