import { z } from "zod";
import { languages } from "@/lib/languages";

/** What every form has in which something is read and signed. */
export const signingFields = {
  language: z.enum(languages),
  textSha256: z.string().max(100),
  printedName: z.string().max(1_000).default(""),
  /** The name they were asked about and sign with all the same. */
  confirmedName: z.string().max(1_000).default(""),
  /** Strokes as JSON; empty when the name was only typed. */
  mark: z.string().max(400_000).default(""),
  /** The page saw that a browser had written over its words; without a script it says nothing. */
  rewritten: z.literal("yes").optional(),
  step: z.enum(["read", "review"]),
};

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
