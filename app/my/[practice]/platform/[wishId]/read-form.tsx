"use client";

import { Button } from "@mantine/core";
import { type ReactNode, useActionState, useEffect, useRef } from "react";
import type { ActionState } from "@/app/action";
import { ReviewStep } from "@/app/my/_kit/review-step";
import classes from "@/app/my/_kit/signing.module.css";
import { useStep } from "@/app/my/_kit/use-step";
import type { Language } from "@/lib/languages";
import type { ReadStep } from "./input";
import type { ReadTexts } from "./read-texts";

type Props = {
  practice: string;
  wishId: string;
  language: Language;
  text: { title: string; statement: string; textSha256: string };
  texts: ReadTexts;
  /** Bound to the practice on the server: bound here, a browser without JavaScript waits for ever for its answer. */
  act(previous: unknown, form: FormData): Promise<ActionState<ReadStep>>;
  children: ReactNode;
};

const said = "read";

/** Reading and signing are one form, so that it works without JavaScript and going back loses nothing. */
export function ReadForm({ act, practice, wishId, language, text, texts, children }: Props) {
  const [state, submit, pending] = useActionState<ActionState<ReadStep>, FormData>(act, null);
  const sent = whereabouts(state);
  const top = useRef<HTMLDivElement>(null);
  const { step, go } = useStep(sent.step);

  useEffect(() => {
    if (!state) return;
    go(sent.step);
    const asks = top.current?.parentElement?.querySelector<HTMLElement>("[data-asks]");
    (asks ?? top.current)?.focus();
  }, [state, sent.step, go]);

  return (
    <form action={submit} noValidate className={classes.form}>
      <div ref={top} tabIndex={-1} className={classes.top}>
        {sent.failure && (
          <p role="alert" className={classes.notice}>
            {sent.failure}
          </p>
        )}
      </div>
      <input type="hidden" name="practice" value={practice} />
      <input type="hidden" name="wishId" value={wishId} />
      <input type="hidden" name="language" value={language} />
      <input type="hidden" name="textSha256" value={text.textSha256} />
      <input type="hidden" name="step" value={step} />
      {step === "read" ? (
        <>
          <input type="hidden" name="printedName" value={sent.name} />
          {children}
          <div className={classes.buttons}>
            <Button type="submit" name="press" value="review" size="lg" fullWidth aria-disabled={pending}>
              {texts.review}
            </Button>
            <p className={classes.quiet}>{texts.talk}</p>
          </div>
        </>
      ) : (
        <ReviewStep
          title={text.title}
          language={language}
          items={[{ id: said, label: text.statement }]}
          answers={{ [said]: "yes" }}
          name={sent.name}
          asks={sent.asks === null ? null : { question: sent.asks, name: sent.name }}
          texts={texts}
          pending={pending}
          change={() => go("read")}
        />
      )}
    </form>
  );
}

/** Where the person is and the name they had typed, after a success as after a refusal. */
function whereabouts(state: ActionState<ReadStep>) {
  if (!state) return { step: "read" as const, name: "", asks: null, failure: null };
  if (state.ok) return { ...state.value, name: state.value.printedName, failure: null };
  const { typed, message } = state;
  const step = typed.step === "review" ? ("review" as const) : ("read" as const);
  return { step, name: typed.printedName ?? "", asks: null, failure: message };
}
