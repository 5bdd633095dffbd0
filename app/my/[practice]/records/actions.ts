"use server";

import { redirect } from "next/navigation";
import { patientAction } from "@/app/action";
import { startAnswer } from "@/lib/answers/start-answer";
import { beginAccessTest } from "@/lib/electronic-records/begin-access-test";
import { giveUpAccessTest } from "@/lib/electronic-records/give-up-access-test";
import { tryAccessTest } from "@/lib/electronic-records/try-access-test";
import { Refused } from "@/lib/errors";
import { routes } from "@/lib/routes";
import { agreeForm, beginForm, giveUpForm, tryForm } from "./input";
import { pageToGoOnTo, recordsAt } from "./where-next";

export const beginAction = patientAction(beginForm, async (ctx, place, practice) => {
  await unlessSettled(() => beginAccessTest(ctx, place));
  redirect(recordsAt(practice, place));
});

export const tryAction = patientAction(tryForm, async (ctx, { testId, digits, ...place }, practice) => {
  const isOver = await unlessSettled(() => tryAccessTest(ctx, { testId, digits }));
  redirect((!isOver && pageToGoOnTo(practice, place.next)) || recordsAt(practice, place));
});

export const giveUpAction = patientAction(giveUpForm, async (ctx, { testId, ...place }, practice) => {
  await giveUpAccessTest(ctx, { testId });
  redirect(recordsAt(practice, place));
});

export const agreeAction = patientAction(agreeForm, async (ctx, { patientId, disclosureId }, practice) => {
  const { requestId } = await startAnswer(ctx, { patientId, disclosureId });
  redirect(routes.request(practice, requestId));
});

/** What was settled meanwhile, or with this try, is shown by the page itself, better than a sentence could. */
async function unlessSettled(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return false;
  } catch (error) {
    const settled = ["access-test-over", "nothing-to-test", "paper-route", "electronic-records-first"];
    if (error instanceof Refused && settled.includes(error.reason)) return true;
    throw error;
  }
}
