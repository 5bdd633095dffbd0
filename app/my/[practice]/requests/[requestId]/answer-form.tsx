"use client";

import { Button } from "@mantine/core";
import { type ReactNode, useActionState, useEffect, useRef } from "react";
import type { ActionState } from "@/lib/actions";
import type { ShownVersion } from "@/lib/disclosures/queries";
import { openedAction } from "./actions";
import classes from "./answer.module.css";
import type { AnswerTexts } from "./answer-texts";
import { type AnswerStep, answerFormId, type Place } from "./input";
import { ReviewStep } from "./review-step";
import { UsesStep } from "./uses-step";

type Props = {
  place: Place;
  text: ShownVersion;
  /** They asked themself to answer anew, so they may let it be. */
  isOwnWish: boolean;
  typedName: string;
  texts: AnswerTexts;
  /** Bound to the practice on the server: bound here, a browser without JavaScript waits for ever for its answer. */
  act(previous: unknown, form: FormData): Promise<ActionState<AnswerStep>>;
  children: ReactNode;
};

/** Reading, reviewing and signing are one form, so that it works without JavaScript and going back loses nothing. */
export function AnswerForm({ act, place, text, isOwnWish, typedName, texts, children }: Props) {
  const [state, submit, pending] = useActionState<ActionState<AnswerStep>, FormData>(act, null);
  const { step, answers, name, failure } = whereabouts(state, typedName);
  const form = useRef<HTMLFormElement>(null);
  const top = useRef<HTMLDivElement>(null);

  useEffect(() => {
    void openedAction(place.practice, { requestId: place.requestId, versionId: text.id });
  }, [place.practice, place.requestId, text.id]);
  useEffect(() => {
    if (!state) return;
    const missing = form.current?.querySelector<HTMLElement>("[data-missing] input");
    (missing ?? top.current)?.focus();
  }, [state]);

  return (
    <form id={answerFormId} ref={form} action={submit} noValidate className={classes.form}>
      <div ref={top} tabIndex={-1} className={classes.top}>
        {failure && (
          <p role="alert" className={classes.notice}>
            {failure}
          </p>
        )}
      </div>
      <input type="hidden" name="practice" value={place.practice} />
      <input type="hidden" name="requestId" value={place.requestId} />
      <input type="hidden" name="versionId" value={text.id} />
      <input type="hidden" name="language" value={text.language} />
      <input type="hidden" name="textSha256" value={text.textSha256} />
      <input type="hidden" name="step" value={step} />
      {step === "read" ? (
        <>
          <input type="hidden" name="printedName" value={name} />
          {children}
          <UsesStep
            key={JSON.stringify(answers)}
            items={text.items}
            answers={answers}
            texts={texts}
            askAgain={failure !== null}
          />
          <div className={classes.buttons}>
            <Button type="submit" name="press" value="review" size="lg" fullWidth aria-disabled={pending}>
              {texts.review}
            </Button>
            <Button type="submit" name="press" value="talk-first" size="lg" fullWidth variant="default">
              {texts.talkFirst}
            </Button>
            {isOwnWish && (
              <Button type="submit" name="press" value="not-now" size="lg" fullWidth variant="subtle">
                {texts.notNow}
              </Button>
            )}
            <p className={classes.quiet}>{texts.takeBack}</p>
          </div>
        </>
      ) : (
        <ReviewStep
          title={text.title}
          items={text.items}
          answers={answers}
          name={name}
          texts={texts}
          pending={pending}
        />
      )}
    </form>
  );
}

/** Where the person is and what they had entered, after a success as after a refusal. */
function whereabouts(state: ActionState<AnswerStep>, typedName: string) {
  if (!state) return { step: "read" as const, answers: {}, name: typedName, failure: null };
  if (state.ok) return { ...state.value, name: state.value.printedName || typedName, failure: null };
  const { typed, message } = state;
  const entered = Object.entries(typed).filter(([field]) => field.startsWith("answers."));
  const answers = Object.fromEntries(
    entered.map(([field, said]) => [field.slice("answers.".length), said === "yes" ? "yes" : "no"] as const),
  );
  const step = typed.step === "review" ? ("review" as const) : ("read" as const);
  return { step, answers, name: typed.printedName ?? typedName, failure: message };
}
