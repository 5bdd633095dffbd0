"use client";

import { Button, TextInput } from "@mantine/core";
import { lazy, type MouseEvent, Suspense, useEffect, useRef, useState } from "react";
import { useFormStatus } from "react-dom";
import type { ReviewTexts } from "@/app/my/[practice]/requests/[requestId]/answer-texts";
import type { ShownItem } from "@/lib/disclosures/queries";
import type { Language } from "@/lib/languages";
import { SendButton } from "./send-button";
import { type Answers, isStillAsked, type NameQuestion } from "./signing";
import classes from "./signing.module.css";

const Drawing = lazy(() => import("@/app/my/[practice]/requests/[requestId]/drawing"));

type Props = {
  title: string;
  /** In which title, uses and the sentence of intent are written; the page may be in another. */
  language: Language;
  items: Pick<ShownItem, "id" | "label">[];
  answers: Answers;
  name: string;
  /** The question to answer before a name nobody here knows is signed with. */
  asks: NameQuestion | null;
  texts: ReviewTexts;
  press: Record<"change" | "review" | "sign", (form: FormData) => void>;
  /** Where there is JavaScript, without asking the server. */
  change(): void;
};

/** What is about to be signed, in words; the name; the sentence of intent; the button. */
export function ReviewStep({ title, language, items, answers, name, asks, texts, press, change }: Props) {
  const { pending } = useFormStatus();
  const [drawing, setDrawing] = useState(false);
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(name);
  const someYes = items.some(({ id }) => answers[id] === "yes");
  const said = { yes: texts.yes, no: texts.no };

  function changeName(event: MouseEvent) {
    event.preventDefault();
    field.current?.select();
  }

  return (
    <div>
      <Button
        type="submit"
        formAction={press.change}
        variant="subtle"
        size="compact-lg"
        onClick={(event) => {
          event.preventDefault();
          change();
        }}
      >
        ‹ {texts.change}
      </Button>
      <h1 className={classes.title}>{texts.check}</h1>
      <p className={classes.quiet}>{texts.signedInAs}</p>
      <section className={classes.said} aria-label={texts.youSay}>
        <h2 lang={language}>{title}</h2>
        <ul>
          {items.map((item) => {
            const answer = answers[item.id];
            return (
              <li key={item.id}>
                <strong>{answer ? said[answer] : texts.unanswered}</strong>
                <span lang={language}>{item.label}</span>
                {answer && <input type="hidden" name={`answers.${item.id}`} value={answer} />}
              </li>
            );
          })}
        </ul>
      </section>
      <TextInput
        ref={field}
        name="printedName"
        label={texts.name}
        description={texts.nameHelp}
        defaultValue={name}
        onChange={(event) => setTyped(event.currentTarget.value)}
        // Without JavaScript the question cannot follow what is typed: the button under it opens the field.
        readOnly={asks !== null && !scripted}
        autoComplete="name"
        maxLength={200}
        size="lg"
      />
      {scripted && !drawing && (
        <Button variant="subtle" size="compact-lg" onClick={() => setDrawing(true)} mt="xs">
          {texts.draw}
        </Button>
      )}
      {drawing && (
        <Suspense fallback={<p className={classes.quiet}>{texts.working}</p>}>
          <Drawing texts={texts} />
        </Suspense>
      )}
      <p lang={language} className={classes.intent}>
        {someYes ? texts.intents.some : texts.intents.none}
      </p>
      {asks && isStillAsked(asks, typed) ? (
        <div className={classes.notice} tabIndex={-1} data-asks>
          <p>{asks.question}</p>
          <input type="hidden" name="confirmedName" value={asks.name} />
          <div className={classes.buttons}>
            <SendButton formAction={press.review} variant="default" onClick={changeName}>
              {texts.changeName}
            </SendButton>
            <SendButton formAction={press.sign}>{texts.signLikeThis}</SendButton>
          </div>
        </div>
      ) : (
        <SendButton formAction={press.sign}>{texts.sign}</SendButton>
      )}
      <p role="status" className={classes.quiet}>
        {pending ? texts.working : ""}
      </p>
    </div>
  );
}
