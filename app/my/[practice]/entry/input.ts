import { z } from "zod";
import { whyNotBorn, whyNotDayOfMonth } from "@/lib/patients/rules";

const next = z.string().max(600).optional();
const figures = z.string().trim().regex(/^\d*$/, "date-of-birth-not-a-day").max(4, "date-of-birth-not-a-day");

/** The three fields of a date of birth, as a day of the calendar. */
export const birthForm = z
  .strictObject({ day: figures, month: figures, year: figures, next })
  .transform(({ day, month, year, next: wanted }, context) => {
    const dateOfBirth = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    const reason = whyNotDayOfMonth(dateOfBirth) ?? whyNotBorn(dateOfBirth);
    if (reason) context.addIssue({ code: "custom", message: reason, path: ["year"] });
    return { dateOfBirth, next: wanted };
  });

export const codeForm = z.strictObject({ code: z.string().trim().min(1, "entry-code-empty").max(40), next });
