import { z } from "zod";
import { whyNotBorn, whyNotDayOfMonth } from "@/lib/patients/rules";

const next = z.string().max(600).optional();
const token = z.string().min(1).max(200);
const figures = z.string().trim().regex(/^\d*$/, "date-of-birth-not-a-day").max(4, "date-of-birth-not-a-day");
const parts = { day: figures, month: figures, year: figures };
const code = z.string().trim().min(1, "entry-code-empty").max(40);

/** The three fields of a date of birth, as a day of the calendar. */
export const birthForm = z
  .strictObject({ ...parts, next })
  .transform(({ next: wanted, ...typed }, context) => ({ dateOfBirth: asDay(typed, context), next: wanted }));

export const codeForm = z.strictObject({ code, next });

/** The same at the door of a question link. */
export const questionBirthForm = z
  .strictObject({ ...parts, token })
  .transform(({ token: link, ...typed }, context) => ({ dateOfBirth: asDay(typed, context), token: link }));

export const questionCodeForm = z.strictObject({ code, token });

type Typed = Record<keyof typeof parts, string>;

function asDay({ day, month, year }: Typed, context: z.RefinementCtx): string {
  const dateOfBirth = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const reason = whyNotDayOfMonth(dateOfBirth) ?? whyNotBorn(dateOfBirth);
  if (reason) context.addIssue({ code: "custom", message: reason, path: ["year"] });
  return dateOfBirth;
}
