"use client";

import { Button } from "@mantine/core";
import { type ReactNode, useActionState, useEffect, useRef } from "react";
import type { ActionState } from "@/app/action";
import { ReviewStep } from "@/app/my/_kit/review-step";
import classes from "@/app/my/_kit/signing.module.css";
import { useStep } from "@/app/my/_kit/use-step";
import type { ShownVersion } from "@/lib/disclosures/queries";
import { openedAction } from "./actions";
import type { AnswerTexts } from "./answer-texts";
import { type AnswerStep, answerFormId, type Place } from "./input";
import { isComplete, openUses } from "./open-uses";
import { useEntered } from "./use-entered";
import { UsesStep } from "./uses-step";

type Props = {
  place: Place;
  text: ShownVersion;
  /** They asked themself to answer anew, so they may let it be. */
  isOwnWish: boolean;
  /** Others asked, and they have not asked them to stop. */
  mayDecline: boolean;
  /** It is read here and signed by hand. */
  isOnPaper: boolean;
  typedName: string;
  texts: AnswerTexts;
  /** Bound to the practice on the server: bound here, a browser without JavaScript waits for ever for its answer. */
  act(previous: unknown, form: FormData): Promise<ActionState<AnswerStep>>;
  children: ReactNode;
};

/** Reading, reviewing and signing are one form, so that it works without JavaScript and going back loses nothing. */
export function AnswerForm(props: Props) {
  const { act, place, text, isOwnWish, mayDecline, isOnPaper, typedName, texts, children } = props;
  const [state, submit, pending] = useActionState<ActionState<AnswerStep>, FormData>(act, null);
  const sent = whereabouts(state, typedName);
  const form = useRef<HTMLFormElement>(null);
  const top = useRef<HTMLDivElement>(null);
  const { entered, isRestored, notice } = useEntered(place.requestId, form, {
    answers: sent.answers,
    name: sent.name,
  });
  const { answers, name } = entered;
  const { step: wanted, go } = useStep(sent.step);
  // A newer text, or an answer that never arrived, leaves something open: then there is nothing to check yet.
  const step = !isOnPaper && isComplete(text.items, answers) ? wanted : "read";
  const before = useRef(step);

  const wereOpen = sent.failure ? openUses(text.items, sent.answers) : [];
  const stillOpen = wereOpen.filter(({ id }) => !answers[id]);
  const failure = wereOpen.length > 0 && stillOpen.length === 0 ? null : sent.failure;

  useEffect(() => {
    void openedAction(place.practice, { requestId: place.requestId, versionId: text.id });
  }, [place.practice, place.requestId, text.id]);
  useEffect(() => {
    if (!state) return;
    go(sent.step);
    const next = form.current?.querySelector<HTMLElement>("[data-missing] input, [data-asks]");
    (next ?? top.current)?.focus();
  }, [state, sent.step, go]);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    const use = step === "read" ? form.current?.querySelector<HTMLElement>("fieldset") : null;
    (use ?? top.current)?.focus();
  }, [step]);

  return (
    <form
      id={answerFormId}
      ref={form}
      action={submit}
      onChange={notice}
      onSubmit={notice}
      noValidate
      className={classes.form}
    >
      <div ref={top} tabIndex={-1} className={classes.top}>
        {failure && (
          <div role="alert" className={classes.notice}>
            <p>{failure}</p>
            {stillOpen.map(({ id, position }) => (
              <p key={id}>
                <a href={`#use-${position}`}>{texts.openUses[id]}</a>
              </p>
            ))}
          </div>
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
            key={String(isRestored)}
            items={text.items}
            language={text.language}
            answers={answers}
            texts={texts}
            missing={stillOpen}
            isOnPaper={isOnPaper}
          />
          <div className={classes.buttons}>
            {!isOnPaper && (
              <Button type="submit" name="press" value="review" size="lg" fullWidth aria-disabled={pending}>
                {texts.review}
              </Button>
            )}
            <Button type="submit" name="press" value="talk-first" size="lg" fullWidth variant="default">
              {texts.talkFirst}
            </Button>
            {isOwnWish && (
              <Button type="submit" name="press" value="not-now" size="lg" fullWidth variant="subtle">
                {texts.notNow}
              </Button>
            )}
            {mayDecline && (
              <Button type="submit" name="press" value="dont-ask" size="lg" fullWidth variant="subtle">
                {texts.dontAsk}
              </Button>
            )}
            {!isOnPaper && <p className={classes.quiet}>{texts.takeBack}</p>}
          </div>
        </>
      ) : (
        <ReviewStep
          title={text.title}
          language={text.language}
          items={text.items}
          answers={answers}
          name={name}
          asks={sent.asks === null ? null : { question: sent.asks, name: sent.name }}
          texts={texts}
          pending={pending}
          change={() => go("read")}
        />
      )}
    </form>
  );
}

/** Where the person is and what they had entered, after a success as after a refusal. */
function whereabouts(state: ActionState<AnswerStep>, typedName: string) {
  if (!state) return { step: "read" as const, answers: {}, name: typedName, asks: null, failure: null };
  if (state.ok) return { ...state.value, name: state.value.printedName || typedName, failure: null };
  const { typed, message } = state;
  const entered = Object.entries(typed).filter(([field]) => field.startsWith("answers."));
  const answers: AnswerStep["answers"] = Object.fromEntries(
    entered.map(([field, said]) => [field.slice("answers.".length), said === "yes" ? "yes" : "no"] as const),
  );
  const step = typed.step === "review" ? ("review" as const) : ("read" as const);
  return { step, answers, name: typed.printedName ?? typedName, asks: null, failure: message };
}
