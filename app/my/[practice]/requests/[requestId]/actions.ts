"use server";

import { redirect } from "next/navigation";
import { keepLanguage } from "@/app/_i18n/keep-language";
import { patientAction } from "@/app/action";
import { askName } from "@/app/my/_kit/ask-name";
import { stepAt } from "@/app/my/_kit/signing";
import { strokesOf } from "@/app/my/_kit/signing-input";
import { answerRequest } from "@/lib/answers/answer-request";
import { type ReviewInput, reviewAnswer } from "@/lib/answers/review-answer";
import type { PatientContext } from "@/lib/context";
import { talkFirst } from "@/lib/conversations/talk-first";
import { Refused } from "@/lib/errors";
import { cancelRequest } from "@/lib/requests/cancel-request";
import { declineRequest } from "@/lib/requests/decline-request";
import { openRequest } from "@/lib/requests/open-request";
import { routes } from "@/lib/routes";
import { type AnswerFormInput, answerFormInput, enterInput, openedInput } from "./input";

export const openedAction = patientAction(openedInput, openRequest);

export const reviewAction = patientAction(answerFormInput, review);

export const changeAction = patientAction(answerFormInput, async (_ctx, input) => stepAt("read", input));

/** The form's own: another language, or what Enter presses, which says yes to no question about a name. */
export const enterAction = patientAction(enterInput, async (ctx, { speak, ...input }, practice) => {
  if (!speak && input.step === "read") return review(ctx, input, practice);
  if (!speak) return sign(ctx, { ...input, confirmedName: "" }, practice);
  if (input.step === "review") await showNewerText(practice, input, () => reviewAnswer(ctx, shownIn(input)));
  await keepLanguage(speak);
  return stepAt(input.step, input);
});

export const signAction = patientAction(answerFormInput, sign);

export const talkFirstAction = patientAction(answerFormInput, async (ctx, { requestId }, practice) => {
  await talkFirst(ctx, requestId);
  redirect(routes.answered(practice, requestId));
});

export const dontAskAction = patientAction(answerFormInput, async (ctx, { requestId }, practice) => {
  await declineRequest(ctx, requestId);
  redirect(routes.answered(practice, requestId));
});

export const notNowAction = patientAction(answerFormInput, async (ctx, { requestId }, practice) => {
  try {
    await cancelRequest(ctx, requestId);
  } catch (error) {
    // Pressed twice, or in another tab: what they wanted is done.
    if (!(error instanceof Refused && error.reason === "already-cancelled")) throw error;
  }
  redirect(routes.myConsents(practice));
});

async function review(ctx: PatientContext, input: AnswerFormInput, practice: string) {
  const { requestId, versionId } = input;
  await showNewerText(practice, input, () => reviewAnswer(ctx, shownIn(input)));
  await openRequest(ctx, { requestId, versionId });
  return stepAt("review", input);
}

async function sign(ctx: PatientContext, input: AnswerFormInput, practice: string) {
  const { printedName, confirmedName } = input;
  const rewritten = input.rewritten === "yes";
  const signed = { ...shownIn(input), printedName, confirmedName, mark: strokesOf(input.mark), rewritten };
  const asks = await showNewerText(practice, input, () => askName(() => answerRequest(ctx, signed)));
  if (asks !== null) return { ...stepAt("review", input), asks };
  redirect(routes.answered(practice, input.requestId));
}

function shownIn({ requestId, versionId, language, textSha256, answers }: ReviewInput): ReviewInput {
  return { requestId, versionId, language, textSha256, answers };
}

/** A text that was replaced, or an answer given in another tab, is shown instead of a sentence about it. */
async function showNewerText<T>(
  practice: string,
  { requestId, versionId }: { requestId: string; versionId: string },
  act: () => Promise<T>,
): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.reason === "newer-version")
      redirect(`${routes.request(practice, requestId)}?changed=${versionId}`);
    if (error.reason === "already-answered") redirect(`${routes.answered(practice, requestId)}?before=1`);
    throw error;
  }
}
