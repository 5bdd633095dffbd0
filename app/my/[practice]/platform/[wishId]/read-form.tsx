"use client";

import { type ReactNode, useActionState, useEffect, useRef } from "react";
import { EnterButton } from "@/app/_ui/enter-button";
import { ReviewStep } from "@/app/my/_kit/review-step";
import { Rewritten } from "@/app/my/_kit/rewritten";
import { SendButton } from "@/app/my/_kit/send-button";
import { type SigningState, whereabouts } from "@/app/my/_kit/signing";
import classes from "@/app/my/_kit/signing.module.css";
import { useLatest } from "@/app/my/_kit/use-latest";
import { useRewritten } from "@/app/my/_kit/use-rewritten";
import { useStep } from "@/app/my/_kit/use-step";
import type { Language } from "@/lib/languages";
import type { ReadActs } from "./read-acts";
import type { ReadTexts } from "./read-texts";

type Props = {
  wishId: string;
  language: Language;
  text: { title: string; statement: string; textSha256: string };
  texts: ReadTexts;
  acts: ReadActs;
  /** The address of the page as it was asked for. */
  here: string;
  children: ReactNode;
};

const said = "read";

/** Reading and signing are one form, so that it works without JavaScript and going back loses nothing. */
export function ReadForm({ acts, here, wishId, language, text, texts, children }: Props) {
  const [entered, enter] = useActionState<SigningState, FormData>(acts.enter, null, here);
  const [changed, change] = useActionState<SigningState, FormData>(acts.change, null, here);
  const [reviewed, review] = useActionState<SigningState, FormData>(acts.review, null, here);
  const [signed, sign] = useActionState<SigningState, FormData>(acts.sign, null, here);
  const state = useLatest([entered, changed, reviewed, signed]);
  const sent = whereabouts(state);
  const top = useRef<HTMLDivElement>(null);
  const { step, go } = useStep(sent.step);
  const form = useRef<HTMLFormElement>(null);
  const words = step === "read" ? [text.title] : [text.title, text.statement];
  const isSeen = useRewritten(form, text.textSha256, words);

  useEffect(() => {
    if (!state) return;
    go(sent.step);
    const asks = top.current?.parentElement?.querySelector<HTMLElement>("[data-asks]");
    (asks ?? top.current)?.focus();
  }, [state, sent.step, go]);

  return (
    <form ref={form} action={enter} noValidate className={classes.form}>
      <EnterButton />
      <div ref={top} tabIndex={-1} className={classes.top}>
        {sent.failure && (
          <p role="alert" className={classes.notice}>
            {sent.failure}
          </p>
        )}
      </div>
      <Rewritten isSeen={isSeen} texts={texts.rewritten} />
      <input type="hidden" name="wishId" value={wishId} />
      <input type="hidden" name="language" value={language} />
      <input type="hidden" name="textSha256" value={text.textSha256} />
      <input type="hidden" name="step" value={step} />
      {step === "read" ? (
        <>
          <input type="hidden" name="printedName" value={sent.name} />
          {children}
          <div className={classes.buttons}>
            <SendButton formAction={review}>{texts.review}</SendButton>
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
          press={{ change, review, sign }}
          change={() => go("read")}
        />
      )}
    </form>
  );
}
