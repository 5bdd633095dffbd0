"use server";

import { redirect } from "next/navigation";
import { patientAction } from "@/lib/actions";
import { safePath } from "@/lib/auth/paths";
import { sayingTriesLeft } from "@/lib/patients/entry-standing";
import { proveFirstEntry } from "@/lib/patients/prove-first-entry";
import { routes } from "@/lib/routes";
import { birthForm, codeForm } from "./input";

export const proveByBirthAction = patientAction(birthForm, async (ctx, { dateOfBirth, next }) => {
  await sayingTriesLeft(ctx, () => proveFirstEntry(ctx, { dateOfBirth }));
  redirect(safePath(next) ?? routes.worlds);
});

export const proveByCodeAction = patientAction(codeForm, async (ctx, { code, next }) => {
  await sayingTriesLeft(ctx, () => proveFirstEntry(ctx, { code }));
  redirect(safePath(next) ?? routes.worlds);
});
