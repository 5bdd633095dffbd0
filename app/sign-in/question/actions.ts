"use server";

import { redirect } from "next/navigation";
import { publicAction } from "@/app/action";
import { questionBirthForm, questionCodeForm } from "@/app/my/_kit/second-fact-input";
import type { Visitor } from "@/lib/auth/visitor";
import { Refused } from "@/lib/errors";
import { comeInByQuestion } from "@/lib/patients/come-in-by-question";
import type { ProveFirstEntryInput } from "@/lib/patients/input";
import { routes } from "@/lib/routes";
import { comeIn } from "../doorway";

export const comeInByBirthAction = publicAction(questionBirthForm, enter);

export const comeInByCodeAction = publicAction(questionCodeForm, enter);

/** The page says itself what to do where no try is left, and where nothing waits any more. */
async function enter(visitor: Visitor, input: { token: string } & ProveFirstEntryInput): Promise<void> {
  const opened = await orNull(comeInByQuestion(visitor, input));
  if (!opened) redirect(`${routes.questionLink}?token=${encodeURIComponent(input.token)}`);
  await comeIn(opened);
  redirect(opened.landing);
}

async function orNull<T>(coming: Promise<T>): Promise<T | null> {
  try {
    return await coming;
  } catch (error) {
    const isSaidThere =
      error instanceof Refused && ["entry-locked", "question-settled"].includes(error.reason);
    if (isSaidThere) return null;
    throw error;
  }
}
