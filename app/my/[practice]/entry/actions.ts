"use server";

import { redirect } from "next/navigation";
import { patientAction } from "@/app/action";
import { birthForm, codeForm } from "@/app/my/_kit/second-fact-input";
import { safePath } from "@/lib/auth/paths";
import type { PatientContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { sayingTriesLeft } from "@/lib/patients/entry-state";
import type { ProveFirstEntryInput } from "@/lib/patients/input";
import { proveFirstEntry } from "@/lib/patients/prove-first-entry";
import { routes } from "@/lib/routes";

export const proveByBirthAction = patientAction(birthForm, (ctx, { dateOfBirth, next }) =>
  comeIn(ctx, { dateOfBirth }, next),
);

export const proveByCodeAction = patientAction(codeForm, (ctx, { code, next }) =>
  comeIn(ctx, { code }, next),
);

/** The way in leads back to this page once no try is left, and then it says whom to call. */
async function comeIn(ctx: PatientContext, proof: ProveFirstEntryInput, next: string | undefined) {
  try {
    await sayingTriesLeft(ctx, () => proveFirstEntry(ctx, proof));
  } catch (error) {
    if (!(error instanceof Refused && error.reason === "entry-locked")) throw error;
  }
  redirect(safePath(next) ?? routes.ownPractices);
}
