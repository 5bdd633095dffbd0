import { z } from "zod";
import { languages } from "@/lib/languages";

const place = { practice: z.string().max(100), requestId: z.uuid() };
export type Place = { practice: string; requestId: string };

export const answerFormId = "answer";

/** One form and its buttons: what was pressed decides what happens with what was entered. */
export const answerFormInput = z.strictObject({
  ...place,
  versionId: z.uuid(),
  language: z.enum(languages),
  textSha256: z.string(),
  answers: z.record(z.uuid(), z.enum(["yes", "no"])).default({}),
  printedName: z.string().max(1_000).default(""),
  /** The name they were asked about and sign with all the same. */
  confirmedName: z.string().max(1_000).default(""),
  /** Strokes as JSON; empty when the name was only typed. */
  mark: z.string().max(400_000).default(""),
  step: z.enum(["read", "review"]),
  press: z.enum(["review", "change", "sign", "talk-first", "explain", "not-now", "dont-ask", ...languages]),
});

/** What comes back to the page: where the person is, and what they had entered. */
export type AnswerStep = {
  step: "read" | "review";
  answers: Record<string, "yes" | "no">;
  printedName: string;
  /** Whether they want to sign with a name the practice does not know; null when there is nothing to ask. */
  asks: string | null;
};

export const openedInput = z.strictObject({ requestId: z.uuid(), versionId: z.uuid() });

const strokes = z.array(z.array(z.tuple([z.number(), z.number()])));

/** The drawing a browser sent; anything else becomes one that is refused as unreadable. */
export function strokesOf(mark: string) {
  if (!mark) return null;
  try {
    return strokes.parse(JSON.parse(mark));
  } catch {
    return [[]];
  }
}
