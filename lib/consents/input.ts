import { z } from "zod";
import { languages } from "@/lib/languages";

export const askPatientsInput = z.strictObject({
  patientIds: z.array(z.uuid()).min(1).max(500),
  disclosureIds: z.array(z.uuid()).min(1).max(50),
  dueOn: z.iso.date().nullable(),
});
export type AskPatientsInput = z.infer<typeof askPatientsInput>;

const stroke = z.array(z.tuple([z.number(), z.number()])).max(5_000);

export const answerRequestInput = z.strictObject({
  requestId: z.uuid(),
  versionId: z.uuid(),
  /** The language the text was shown in; it is the one that is signed. */
  language: z.enum(languages),
  textSha256: z.string().regex(/^[0-9a-f]{64}$/),
  answers: z.record(z.uuid(), z.enum(["yes", "no"])),
  printedName: z.string().max(1_000),
  mark: z.array(stroke).max(200).nullable(),
});
export type AnswerRequestInput = z.infer<typeof answerRequestInput>;

export const withdrawInput = z.strictObject({
  answerId: z.uuid(),
  /** Null takes back every use still allowed. */
  itemIds: z.array(z.uuid()).min(1).nullable(),
});
export type WithdrawInput = z.infer<typeof withdrawInput>;
