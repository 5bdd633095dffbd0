import { z } from "zod";
import type { Mark } from "@/lib/documents/paper/mark";
import type { Language } from "@/lib/languages";
import type { YesOrNo } from "./consent-state";
import { leavings } from "./rules";

export const mostAskedAtOnce = 500;

export const askPatientsInput = z.strictObject({
  patientIds: z.array(z.uuid()).min(1).max(mostAskedAtOnce),
  disclosureIds: z.array(z.uuid()).min(1).max(50),
  dueOn: z.iso.date().nullable(),
  /** When the mail leaves; as usual when nobody said. */
  leaving: z.enum(leavings).optional(),
  /** Why who said no, or asked not to be asked, is asked once more. */
  note: z.string().trim().max(500).optional(),
});
export type AskPatientsInput = z.infer<typeof askPatientsInput>;

export type AnswerRequestInput = {
  requestId: string;
  versionId: string;
  /** The language the text was shown in; it is the one that is signed. */
  language: Language;
  textSha256: string;
  /** By the id of the use. */
  answers: Record<string, YesOrNo>;
  printedName: string;
  /** The name they were asked about, because the practice knows no word of it, and sign with all the same. */
  confirmedName?: string;
  /** As the browser sent it, to be doubted; null when the name was only typed. */
  mark: Mark | null;
};

export type WithdrawInput = {
  answerId: string;
  /** Null takes back every use still allowed. */
  itemIds: readonly string[] | null;
};

/** By which way the patient said it. */
export const spokenRoutes = ["phone", "in-person"] as const;

export const recordWithdrawalInput = z.strictObject({
  answerId: z.uuid(),
  /** Null takes back every use still allowed. */
  itemIds: z.array(z.uuid()).min(1).max(50).nullable(),
  route: z.enum(spokenRoutes),
});
export type RecordWithdrawalInput = z.infer<typeof recordWithdrawalInput>;

/** Why, in the words of who notes it: never empty, because the patient and a court may ask. */
const reason = z.string().trim().min(1).max(1_000);

export const correctAnswerInput = z.strictObject({ answerId: z.uuid(), reason });
export type CorrectAnswerInput = z.infer<typeof correctAnswerInput>;

export const endNoticeInput = z.strictObject({
  requestId: z.uuid(),
  outcome: z.enum(["refused", "unable"]),
  reason,
});
export type EndNoticeInput = z.infer<typeof endNoticeInput>;
