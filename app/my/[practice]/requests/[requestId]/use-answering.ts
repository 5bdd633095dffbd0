"use client";

import { useActionState } from "react";
import type { SigningState } from "@/app/my/_kit/signing";
import { useLatest } from "@/app/my/_kit/use-latest";
import type { AnswerActs } from "./answer-acts";

/**
 * Each button of the form has an action, and all of them one state. Without JavaScript React knows by `here`, the
 * address of the page, that what came back from any of them belongs to this form.
 */
export function useAnswering(acts: AnswerActs, here: string) {
  const [entered, enter] = useActionState<SigningState, FormData>(acts.enter, null, here);
  const [changed, change] = useActionState<SigningState, FormData>(acts.change, null, here);
  const [reviewed, review] = useActionState<SigningState, FormData>(acts.review, null, here);
  const [signed, sign] = useActionState<SigningState, FormData>(acts.sign, null, here);
  const [talking, talkFirst] = useActionState<SigningState, FormData>(acts.talkFirst, null, here);
  const [left, notNow] = useActionState<SigningState, FormData>(acts.notNow, null, here);
  const [resting, dontAsk] = useActionState<SigningState, FormData>(acts.dontAsk, null, here);
  const state = useLatest([entered, changed, reviewed, signed, talking, left, resting]);
  return { state, enter, change, review, sign, talkFirst, notNow, dontAsk };
}
