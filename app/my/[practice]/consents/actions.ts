"use server";

import { redirect } from "next/navigation";
import { patientAction } from "@/app/action";
import { startAnswer } from "@/lib/answers/start-answer";
import { Refused } from "@/lib/errors";
import { routes } from "@/lib/routes";
import { putEverythingBack } from "@/lib/withdrawals/put-everything-back";
import { withdrawAnswer } from "@/lib/withdrawals/withdraw-answer";
import { withdrawEverything } from "@/lib/withdrawals/withdraw-everything";
import { anewFormInput, putBackFormInput, withdrawEverythingFormInput, withdrawFormInput } from "./input";

export const withdrawAction = patientAction(withdrawFormInput, async (ctx, { answerId, use }, practice) => {
  try {
    await withdrawAnswer(ctx, { answerId, itemIds: use === "all" ? null : [use] });
  } catch (error) {
    // Pressed twice, or in another tab: what they wanted is done, so they see that it is.
    if (!(error instanceof Refused && error.reason === "already-withdrawn")) throw error;
  }
  redirect(routes.withdraw(practice, answerId));
});

export const withdrawEverythingAction = patientAction(
  withdrawEverythingFormInput,
  async (ctx, whose, practice) => {
    const left = await withdrawEverything(ctx, whose).catch((error: unknown) => {
      if (error instanceof Refused && error.reason === "nothing-left-to-withdraw") return null;
      throw error;
    });
    redirect(`${routes.takenBack(practice, whose.patientId)}${left ? "" : "?nothing=left"}`);
  },
);

export const putEverythingBackAction = patientAction(putBackFormInput, async (ctx, act, practice) => {
  const here = routes.takenBack(practice, act.patientId);
  try {
    await putEverythingBack(ctx, act);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    // The page has no button any more on which the sentence could stand. Pressed twice, what they wanted is done.
    redirect(error.reason === "already-put-back" ? here : `${here}?refused=${error.reason}`);
  }
  redirect(here);
});

export const answerAnewAction = patientAction(anewFormInput, async (ctx, about, practice) => {
  const { requestId } = await startAnswer(ctx, about);
  redirect(routes.request(practice, requestId));
});
