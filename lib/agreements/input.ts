import { z } from "zod";
import { languages } from "@/lib/languages";
import { pastDay } from "@/lib/past-day";
import { agreementForms } from "./rules";

const use = z.string().trim().min(1).max(300);

export const earlierAgreementInput = z.strictObject({
  patientId: z.uuid(),
  disclosureId: z.uuid(),
  form: z.enum(agreementForms),
  agreedOn: pastDay,
  /** What was agreed to, a use in each line. */
  uses: z
    .string()
    .max(6_000)
    .transform((lines) => lines.split("\n").filter((line) => line.trim()))
    .pipe(z.array(use).min(1).max(20)),
  wordsLanguage: z.enum(languages),
});
export type EarlierAgreementInput = z.output<typeof earlierAgreementInput>;
