"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Button, type ButtonProps, Group, Stack } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState, useTransition } from "react";
import { type FieldValues, FormProvider, type UseFormReturn, useForm } from "react-hook-form";
import type { z } from "zod";
import type { ActionFailure, ActionState } from "@/app/action";
import { inputReason } from "@/lib/input-reason";
import { type Done, sayDoneOnNextPage, useSayDone } from "./done-line";
import { NeedsScripts } from "./needs-scripts";
import steps from "./steps.module.css";
import tones from "./tones.module.css";
import { useUnsaved } from "./unsaved";

/** What was done, and the page it leads to, where it is said. */
type FormDone = Done & { goTo?: string };

/** The one main step of a page. */
export const mainButton = { variant: "filled", size: "md" } as const;

type Props<T> = {
  action: (given: FieldValues) => Promise<ActionState<T>>;
  /** What the action takes, looked at before anything is sent; the action looks again. */
  schema?: z.ZodType<unknown, FieldValues>;
  /** What is sent beside what is typed. */
  fields?: FieldValues;
  save: ReactNode;
  /** What saving would do is still being read. */
  waits?: boolean;
  /** Other things to press beside it. */
  beside?: ReactNode;
  cancel?: string;
  /** Where cancelling leads, of a form that is a page: one is asked before it is left half typed in another way. */
  back?: string;
  /** What is typed is still there for who comes back: nobody is asked before they leave. */
  keeps?: boolean;
  /** Null keeps the form as it is. */
  done: FormDone | ((typed: FieldValues, value: T, form: UseFormReturn) => FormDone | null);
  /** Names the form, and its button, where there are several of them. */
  about?: string;
  width?: string;
  className?: string | undefined;
  children: ReactNode;
};

/** Makes the fields of a form where what is around it follows from what is typed. */
export function useTyped(schema?: Props<unknown>["schema"], fields?: FieldValues): UseFormReturn {
  return useForm({
    shouldUnregister: true,
    shouldFocusError: false,
    reValidateMode: "onSubmit",
    ...(schema && {
      resolver: (typed, ...rest) =>
        zodResolver(schema, { error: inputReason }, { raw: true })({ ...fields, ...typed }, ...rest),
    }),
  });
}

/**
 * A form of the desk, behind a button or open from the first. What was typed stays until it is taken, what was refused
 * stands beside its field, and what was done is said on top of the page. The fields within know their form by
 * themselves.
 */
export function DeskForm<T>(
  props: Props<T> & {
    /** The button it stands behind. */
    open?: string;
    button?: ButtonProps;
    /** Closes what is open from the first. */
    close?: () => void;
    /** Open from the first, it is empty again once it was taken. */
    anew?: boolean;
    /** Open from the first, made with `useTyped` from the same schema and fields. */
    typed?: UseFormReturn;
  },
) {
  const { open, button, close, anew, typed, ...form } = props;
  const [step, setStep] = useState<"first" | "open" | "kept">("first");
  const [round, setRound] = useState(0);
  if (typed) return <ShownForm {...form} form={typed} />;
  if (!open) {
    return <OpenForm key={round} {...form} leave={close} taken={anew ? () => setRound(round + 1) : close} />;
  }
  if (step === "open")
    return <OpenForm {...form} leave={() => setStep("kept")} taken={() => setStep("first")} />;
  return (
    <Button
      variant="default"
      size="compact-md"
      {...button}
      aria-label={form.about}
      autoFocus={step === "kept"}
      onClick={() => setStep("open")}
    >
      {open}
    </Button>
  );
}

const firstField = "input:not([type=hidden]), select, textarea";
const firstWrong = "[aria-invalid=true], [data-wrong] input";

type Open<T> = Props<T> & { leave?: (() => void) | undefined; taken?: (() => void) | undefined };

function OpenForm<T>(props: Open<T>) {
  return <ShownForm {...props} form={useTyped(props.schema, props.fields)} />;
}

function ShownForm<T>(props: Open<T> & { form: UseFormReturn }) {
  const { form, action, fields, save, waits = false, beside, cancel, back, keeps, done } = props;
  const { about, width = "34rem", className, children, leave, taken } = props;
  const words = useTranslations("formRefusals");
  const sayDone = useSayDone();
  const element = useRef<HTMLFormElement>(null);
  const [refusals, setRefusals] = useState(0);
  const [isPending, start] = useTransition();
  const { errors, isDirty, submitCount } = form.formState;
  const leavePage = useUnsaved(back !== undefined && isDirty && !keeps);
  const isOpened = leave !== undefined;
  useEffect(() => {
    if (isOpened) focusOn(element.current, firstField);
  }, [isOpened]);
  useEffect(() => {
    if (submitCount + refusals > 0) focusOn(element.current, firstWrong);
  }, [submitCount, refusals]);
  return (
    <FormProvider {...form}>
      <form
        ref={element}
        onSubmit={form.handleSubmit(send, () => complain(words("check-fields")))}
        onKeyDown={leaveUntouched}
        noValidate
        autoComplete="off"
        aria-label={about}
        className={steps.wide}
      >
        <NeedsScripts>
          <Stack maw={width} py="xs" gap="sm" className={className}>
            {children}
            <Group>
              <Button type="submit" loading={isPending || waits}>
                {save}
              </Button>
              {beside}
              {back && (
                <a href={back} data-on-purpose="">
                  {cancel}
                </a>
              )}
              {leave && (
                <Button variant="subtle" onClick={leave}>
                  {cancel}
                </Button>
              )}
              <span role="status" className={tones.alarm}>
                {errors.root?.message}
              </span>
            </Group>
          </Stack>
        </NeedsScripts>
      </form>
    </FormProvider>
  );

  function send(typed: FieldValues) {
    start(async () => {
      const answer = await action({ ...fields, ...typed });
      if (answer?.ok) finish(typed, answer.value);
      else if (answer) refuse(answer);
    });
  }

  function refuse({ fields: wrong, message }: ActionFailure) {
    const isHere = (name: string) => form.getValues(name) !== undefined;
    const elsewhere = Object.keys(wrong).filter((name) => !isHere(name));
    for (const [name, sentence] of Object.entries(wrong))
      if (isHere(name)) form.setError(name, { message: sentence });
    complain(elsewhere.map((name) => wrong[name]).join(" ") || message);
  }

  function complain(message: string) {
    form.setError("root", { message });
    setRefusals((before) => before + 1);
  }

  function finish(typed: FieldValues, value: T) {
    const said: FormDone | null = typeof done === "function" ? done(typed, value, form) : done;
    if (!said) return setRefusals((before) => before + 1);
    const { goTo, ...words } = said;
    if (!goTo) {
      sayDone(words);
      return taken?.();
    }
    sayDoneOnNextPage(words);
    leavePage();
    // A whole new page, so that opening it is one request of its own.
    location.assign(goTo);
  }

  /** What is typed is not lost by one key, and in a list of people it closes the list. */
  function leaveUntouched({ key, target }: KeyboardEvent) {
    const isInList = target instanceof Element && target.role === "combobox";
    if (key === "Escape" && !isDirty && !isInList) leave?.();
  }
}

function focusOn(form: HTMLFormElement | null, selector: string) {
  form?.querySelector<HTMLElement>(selector)?.focus();
}
