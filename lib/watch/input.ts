import { z } from "zod";
import { whyNotLink } from "@/lib/link";
import { pastDay } from "@/lib/past-day";
import { reasoned } from "@/lib/practices/input";
import { watchConclusions } from "./rules";

const words = (most: number) => z.string().trim().min(1).max(most);
/** A field that may stay empty: a form sends "" for it. */
const orNothing = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .transform((text) => text || null);

export const noteWatchEntryInput = z.strictObject({
  subject: words(120),
  what: words(2_000),
  link: reasoned(500, (text) => (text.trim() ? whyNotLink(text.trim()) : null)).transform(
    (text) => text.trim() || null,
  ),
  changedOn: pastDay,
  disclosureIds: z.array(z.uuid()).min(1).max(50),
});
export type NoteWatchEntryInput = z.output<typeof noteWatchEntryInput>;

export const concludeWatchEntryInput = z.strictObject({
  entryId: z.uuid(),
  conclusion: z.enum(watchConclusions),
  note: orNothing(2_000),
  forPatients: z.strictObject({ en: orNothing(300), es: orNothing(300) }),
});
export type ConcludeWatchEntryInput = z.output<typeof concludeWatchEntryInput>;
