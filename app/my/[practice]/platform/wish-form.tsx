"use client";

import { Button } from "@mantine/core";
import { useActionState, useId } from "react";
import type { ActionState } from "@/app/action";
import classes from "./platform.module.css";

type Way = { value: string; label: string };
type Texts = Record<
  | "title"
  | "rather"
  | "somethingElse"
  | "notSure"
  | "other"
  | "reason"
  | "reasonHint"
  | "night"
  | "next"
  | "nextAsNow"
  | "send"
  | "chooseOne",
  string
>;
type Props = {
  act(previous: unknown, form: FormData): Promise<ActionState>;
  place: { practice: string; patientId: string };
  ways: Way[];
  nextWays: Way[];
  texts: Texts;
};

/** One form of plain controls: it works without JavaScript, and keeps what was typed when something is missing. */
export function WishForm({ act, place, ways, nextWays, texts }: Props) {
  const [state, submit, isPending] = useActionState<ActionState, FormData>(act, null);
  const failure = state && !state.ok ? state : null;
  const id = useId();
  const typed = failure?.typed ?? {};
  const wrong = failure?.fields ?? {};
  const choices = [
    ...ways,
    { value: "something-else", label: texts.somethingElse },
    { value: "not-sure", label: texts.notSure },
  ];
  return (
    <form action={submit} noValidate className={classes.form} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`} className={classes.heading}>
        {texts.title}
      </h3>
      <div role="alert">{failure && <p className={classes.notice}>{failure.message}</p>}</div>
      <input type="hidden" name="practice" value={place.practice} />
      <input type="hidden" name="patientId" value={place.patientId} />
      <fieldset className={classes.choices} aria-describedby={wrong.wish ? `${id}-wish` : undefined}>
        <legend>{texts.rather}</legend>
        {choices.map(({ value, label }) => (
          <label key={value} className={classes.choice}>
            <input type="radio" name="wish" value={value} defaultChecked={typed.wish === value} />
            <span>{label}</span>
          </label>
        ))}
        {wrong.wish && (
          <p id={`${id}-wish`} className={classes.missing}>
            {texts.chooseOne}
          </p>
        )}
      </fieldset>
      <label className={`${classes.field} ${classes.other}`}>
        {texts.other}
        <input
          name="other"
          maxLength={500}
          defaultValue={typed.other}
          autoComplete="off"
          aria-invalid={wrong.other ? true : undefined}
          aria-describedby={wrong.other ? `${id}-other` : undefined}
        />
      </label>
      {wrong.other && (
        <p id={`${id}-other`} className={classes.missing}>
          {wrong.other}
        </p>
      )}
      <label className={classes.field}>
        {texts.reason}
        <textarea
          name="reason"
          rows={3}
          maxLength={2000}
          defaultValue={typed.reason}
          aria-describedby={`${id}-reason`}
        />
      </label>
      <p id={`${id}-reason`} className={classes.hint}>
        {texts.reasonHint} {texts.night}
        {wrong.reason && <span className={classes.missing}> {wrong.reason}</span>}
      </p>
      {nextWays.length > 0 && (
        <fieldset className={classes.choices}>
          <legend>{texts.next}</legend>
          {[{ value: "", label: texts.nextAsNow }, ...nextWays].map(({ value, label }) => (
            <label key={value} className={classes.choice}>
              <input type="radio" name="next" value={value} defaultChecked={(typed.next ?? "") === value} />
              <span>{label}</span>
            </label>
          ))}
        </fieldset>
      )}
      <Button type="submit" size="lg" fullWidth aria-disabled={isPending}>
        {texts.send}
      </Button>
    </form>
  );
}
