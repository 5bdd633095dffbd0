import { z } from "zod";
import { languages } from "@/lib/languages";

/** One form and its buttons, as on every page that is signed. */
export const readFormInput = z.strictObject({
  practice: z.string().max(100),
  wishId: z.uuid(),
  language: z.enum(languages),
  textSha256: z.string().max(100),
  answers: z.record(z.string(), z.literal("yes")).optional(),
  printedName: z.string().max(1_000).default(""),
  /** The name they were asked about and sign with all the same. */
  confirmedName: z.string().max(1_000).default(""),
  /** Strokes as JSON; empty when the name was only typed. */
  mark: z.string().max(400_000).default(""),
  step: z.enum(["read", "review"]),
  press: z.enum(["review", "change", "sign"]),
});

/** What comes back to the page: where the person is, and the name they typed. */
export type ReadStep = { step: "read" | "review"; printedName: string; asks: string | null };
