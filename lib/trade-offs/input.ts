import { z } from "zod";
import type { Language } from "@/lib/languages";
import type { Mark } from "@/lib/paper/drawn-mark";
import { pastDay } from "@/lib/past-day";

export type AcknowledgeTradeOffInput = {
  wishId: string;
  /** The language the text was shown in; it is the one that is signed. */
  language: Language;
  textSha256: string;
  printedName: string;
  /** The name they were asked about, because the practice knows no word of it, and sign with all the same. */
  confirmedName?: string;
  /** As the browser sent it, to be doubted; null when the name was only typed. */
  mark: Mark | null;
  /** The page saw that the browser had written over its words. */
  rewritten?: boolean;
};

export const noteExplainedInput = z.strictObject({
  wishId: z.uuid(),
  /** The day of the session in which it was explained. */
  explainedOn: pastDay,
  /** Of the text in the patient's language, made from the facts that stood on the page. */
  textSha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type NoteExplainedInput = z.infer<typeof noteExplainedInput>;
