import { z } from "zod";
import type { YesOrNo } from "@/lib/consents/consent-state";
import type { Language } from "@/lib/languages";
import type { Mark } from "@/lib/paper/drawn-mark";

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
  /** The page saw that the browser had written over its words. */
  rewritten?: boolean;
};

/** Why, in the words of who notes it: never empty, because the patient and a court may ask. */
export const reason = z.string().trim().min(1).max(1_000);

export const correctAnswerInput = z.strictObject({ answerId: z.uuid(), reason });
export type CorrectAnswerInput = z.infer<typeof correctAnswerInput>;
