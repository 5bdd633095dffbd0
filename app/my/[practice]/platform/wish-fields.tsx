"use client";

import { useId } from "react";
import { useRefusal } from "@/app/my/_kit/plain-form";
import { SendButton } from "@/app/my/_kit/send-button";
import classes from "./platform.module.css";

type Way = { value: string; label: string };
type Texts = Record<
  | "rather"
  | "somethingElse"
  | "notSure"
  | "other"
  | "reason"
  | "reasonHint"
  | "night"
  | "next"
  | "nextAsNow"
  | "send",
  string
>;
type Props = { ways: Way[]; nextWays: Way[]; texts: Texts };

/** Plain controls, so that it works without JavaScript. */
export function WishFields({ ways, nextWays, texts }: Props) {
  const { fields: wrong, typed } = useRefusal();
  const id = useId();
  const choices = [
    ...ways,
    { value: "something-else", label: texts.somethingElse },
    { value: "not-sure", label: texts.notSure },
  ];
  return (
    <>
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
            {wrong.wish}
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
      <SendButton>{texts.send}</SendButton>
    </>
  );
}
