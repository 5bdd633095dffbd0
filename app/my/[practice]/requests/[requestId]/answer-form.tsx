"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { ReviewStep } from "@/app/my/_kit/review-step";
import { Rewritten } from "@/app/my/_kit/rewritten";
import { SendButton } from "@/app/my/_kit/send-button";
import { whereabouts } from "@/app/my/_kit/signing";
import classes from "@/app/my/_kit/signing.module.css";
import { useRewritten } from "@/app/my/_kit/use-rewritten";
import { useStep } from "@/app/my/_kit/use-step";
import type { ShownVersion } from "@/lib/disclosures/queries";
import { openedAction } from "./actions";
import type { AnswerActs } from "./answer-acts";
import type { AnswerTexts } from "./answer-texts";
import { isComplete, openUses } from "./open-uses";
import { OtherLanguage, type OtherLanguageTexts } from "./other-language";
import { answerFormId, type QuestionPage } from "./question-page";
import { useAnswering } from "./use-answering";
import { useEntered } from "./use-entered";
import { UsesStep } from "./uses-step";
import { wordsSent } from "./words-sent";

type Props = {
  place: QuestionPage;
  /** Of the text only what the form does with it: the words themselves are its children. */
  text: Pick<ShownVersion, "id" | "title" | "language" | "textSha256" | "items">;
  /** They asked themself to answer anew, so they may let it be. */
  isOwnWish: boolean;
  /** Others asked, and they have not asked them to stop. */
  mayDecline: boolean;
  /** It is read here and signed by hand. */
  isOnPaper: boolean;
  typedName: string;
  texts: AnswerTexts;
  /** In the reader's language, when the text is not. */
  otherLanguage: OtherLanguageTexts | null;
  acts: AnswerActs;
  children: ReactNode;
};

/** Reading, reviewing and signing are one form, so that it works without JavaScript and going back loses nothing. */
export function AnswerForm(props: Props) {
  const { acts, place, text, isOwnWish, mayDecline, isOnPaper, typedName, texts, otherLanguage } = props;
  const press = useAnswering(acts, place.here);
  const { state } = press;
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
  const isSeen = useRewritten(form, text.textSha256, wordsSent(text, step));
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
      action={press.enter}
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
      <Rewritten isSeen={isSeen} texts={texts.rewritten} />
      <input type="hidden" name="requestId" value={place.requestId} />
      <input type="hidden" name="versionId" value={text.id} />
      <input type="hidden" name="language" value={text.language} />
      <input type="hidden" name="textSha256" value={text.textSha256} />
      <input type="hidden" name="step" value={step} />
      {step === "read" ? (
        <>
          <input type="hidden" name="printedName" value={name} />
          {otherLanguage && <OtherLanguage texts={otherLanguage} talkFirst={press.talkFirst} />}
          {props.children}
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
            {!isOnPaper && <SendButton formAction={press.review}>{texts.review}</SendButton>}
            <SendButton formAction={press.talkFirst} variant="default">
              {texts.talkFirst}
            </SendButton>
            {isOwnWish && (
              <SendButton formAction={press.notNow} variant="subtle">
                {texts.notNow}
              </SendButton>
            )}
            {mayDecline && (
              <SendButton formAction={press.dontAsk} variant="subtle">
                {texts.dontAsk}
              </SendButton>
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
          press={press}
          change={() => go("read")}
        />
      )}
    </form>
  );
}
