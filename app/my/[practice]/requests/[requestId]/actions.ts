"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { keepLanguage } from "@/app/_i18n/keep-language";
import { patientAction } from "@/app/action";
import { answerRequest } from "@/lib/answers/answer-request";
import { reviewAnswer } from "@/lib/answers/review-answer";
import type { PatientContext } from "@/lib/context";
import { talkFirst } from "@/lib/conversations/talk-first";
import { Refused } from "@/lib/errors";
import { languages } from "@/lib/languages";
import { cancelRequest } from "@/lib/requests/cancel-request";
import { declineRequest } from "@/lib/requests/decline-request";
import { openRequest } from "@/lib/requests/open-request";
import { routes } from "@/lib/routes";
import { type AnswerStep, answerFormInput, openedInput, type Place, strokesOf } from "./input";

export const answerAction = patientAction(answerFormInput, async (ctx, input): Promise<AnswerStep> => {
  const { press, answers, practice, requestId, versionId, language, textSha256, printedName } = input;
  const shown = { requestId, versionId, language, textSha256, answers };
  if (press === "talk-first" || press === "explain") {
    await talkFirst(ctx, requestId);
    redirect(routes.answered(practice, requestId));
  }
  if (press === "dont-ask") {
    await declineRequest(ctx, requestId);
    redirect(routes.answered(practice, requestId));
  }
  if (press === "not-now") {
    await letBe(ctx, requestId);
    redirect(routes.myConsents(practice));
  }
  if (press === "sign") {
    const { confirmedName } = input;
    const signed = { ...shown, printedName, confirmedName, mark: strokesOf(input.mark) };
    const unknown = await showNewerText(input, () => unlessUnknown(() => answerRequest(ctx, signed)));
    if (unknown) return { step: "review", answers, printedName, asks: await askName(unknown) };
    redirect(routes.answered(practice, requestId));
  }
  const step = press === "change" ? "read" : press === "review" ? "review" : input.step;
  if (step === "review") await showNewerText(input, () => reviewAnswer(ctx, shown));
  if (press === "review") await openRequest(ctx, { requestId, versionId });
  const spoken = languages.find((one) => one === press);
  if (spoken) await keepLanguage(spoken);
  return { step, answers, printedName, asks: null };
});

export const openedAction = patientAction(openedInput, openRequest);

/** A name the practice does not know is asked about, with both buttons, instead of refused. */
async function unlessUnknown(sign: () => Promise<unknown>): Promise<Refused | null> {
  try {
    await sign();
    return null;
  } catch (error) {
    if (error instanceof Refused && error.reason === "name-unknown") return error;
    throw error;
  }
}

async function askName({ reason, details }: Refused) {
  return (await getTranslations("refusals"))(reason, details);
}

/** Pressed twice, or in another tab: what they wanted is done. */
async function letBe(ctx: PatientContext, requestId: string) {
  try {
    await cancelRequest(ctx, requestId);
  } catch (error) {
    if (!(error instanceof Refused && error.reason === "already-cancelled")) throw error;
  }
}

/** A text that was replaced, or an answer given in another tab, is shown instead of a sentence about it. */
async function showNewerText<T>(
  { practice, requestId, versionId }: Place & { versionId: string },
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
