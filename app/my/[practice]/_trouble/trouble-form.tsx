"use client";

import { useActionState } from "react";
import type { ActionState } from "@/app/action";
import { type Act, FormOfState } from "@/app/my/_kit/plain-form";
import type { TroubleKind } from "@/lib/platforms/rules";
import classes from "./trouble.module.css";

type Props = {
  act: Act;
  patientId: string;
  words: { summary: string; ask: string; thanks: string };
  choices: { kind: TroubleKind; label: string }[];
};

/** Two taps: open it, and say what it was. It works without JavaScript, and stays open to say that it is noted. */
export function TroubleForm({ act, patientId, words, choices }: Props) {
  const [state, submit] = useActionState<ActionState, FormData>(act, null);
  return (
    <details className={classes.trouble} open={state !== null}>
      <summary>{words.summary}</summary>
      {state?.ok ? (
        <p role="status">{words.thanks}</p>
      ) : (
        <FormOfState state={state} submit={submit} values={{ patientId }}>
          <p id={`trouble-${patientId}`}>{words.ask}</p>
          <div className={classes.choices}>
            {choices.map(({ kind, label }) => (
              <button
                key={kind}
                type="submit"
                name="kind"
                value={kind}
                aria-describedby={`trouble-${patientId}`}
              >
                {label}
              </button>
            ))}
          </div>
        </FormOfState>
      )}
    </details>
  );
}
