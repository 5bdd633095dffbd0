"use client";

import { Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { Answers } from "@/app/my/_kit/signing";
import classes from "@/app/my/_kit/signing.module.css";
import type { ShownItem } from "@/lib/disclosures/queries";
import type { Language } from "@/lib/languages";
import type { AnswerTexts } from "./answer-texts";

const parts = ["whatFor", "whoSees", "where", "until", "copy"] as const;

type Props = {
  items: ShownItem[];
  /** In which they are written; the page may be in another. */
  language: Language;
  answers: Answers;
  texts: AnswerTexts;
  missing: ShownItem[];
  isOnPaper?: boolean;
};

/** Each use with its own Yes and No: same size, weight and order, nothing chosen beforehand. */
export function UsesStep({ items, language, answers, texts, missing, isOnPaper = false }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);

  function sayNoToAll() {
    for (const no of list.current?.querySelectorAll<HTMLInputElement>('input[value="no"]') ?? []) no.click();
  }

  function isMissing(item: ShownItem) {
    return missing.some(({ id }) => id === item.id);
  }

  return (
    <div ref={list} className={classes.uses}>
      {items.map((item) => (
        <fieldset
          key={item.id}
          id={`use-${item.position}`}
          tabIndex={-1}
          className={classes.use}
          data-missing={isMissing(item) || undefined}
        >
          <legend>
            {items.length > 1 && <span className={classes.number}>{item.position}</span>}
            <span lang={language}>{item.label}</span>
          </legend>
          <dl>
            {parts
              .filter((part) => item[part])
              .map((part) => (
                <div key={part}>
                  <dt>{texts.useLabels[part]}</dt>
                  <dd lang={language}>{item[part]}</dd>
                </div>
              ))}
          </dl>
          {texts.lastTime[item.id] && <p className={classes.quiet}>{texts.lastTime[item.id]}</p>}
          {!item.required && !isOnPaper && <p className={classes.quiet}>{texts.optional}</p>}
          {isMissing(item) && (
            <p id={`choose-${item.id}`} className={classes.missing}>
              {texts.choose}
            </p>
          )}
          {!isOnPaper && (
            <div className={classes.choices}>
              {(["yes", "no"] as const).map((said) => (
                <label key={said} className={classes.choice}>
                  <input
                    type="radio"
                    name={`answers.${item.id}`}
                    value={said}
                    defaultChecked={answers[item.id] === said}
                    aria-describedby={isMissing(item) ? `choose-${item.id}` : undefined}
                  />
                  {texts[said]}
                </label>
              ))}
            </div>
          )}
        </fieldset>
      ))}
      {scripted && !isOnPaper && items.length > 1 && (
        <Button variant="default" size="lg" fullWidth onClick={sayNoToAll}>
          {texts.noToAll}
        </Button>
      )}
    </div>
  );
}
