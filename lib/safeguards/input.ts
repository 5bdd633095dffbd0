import { z } from "zod";
import { pastDay } from "@/lib/past-day";
import { reasoned } from "@/lib/practices/input";
import { attestationOutcomes, leastInterval, mostInterval, safeguardKinds, whyNotClaimWords } from "./rules";
import { starterKeys } from "./starters";

/** Without a full stop, so that it can stand within a sentence of a text. */
const sentence = z
  .string()
  .max(300)
  .transform((text) => text.trim().replace(/[\s.]+$/, ""))
  .pipe(z.string().min(1));
const optionalId = z
  .union([z.uuid(), z.literal("")])
  .nullable()
  .default(null)
  .transform((id) => id || null);

export const addSafeguardInput = z.strictObject({
  kind: z.enum(safeguardKinds),
  platformId: optionalId,
  intervalDays: z.coerce.number().int().min(leastInterval).max(mostInterval),
  claim: z.strictObject({
    en: sentence.pipe(reasoned(300, whyNotClaimWords)),
    es: sentence,
  }),
  intent: z.strictObject({ en: sentence, es: sentence }),
});
export type AddSafeguardInput = z.output<typeof addSafeguardInput>;

export const addStartersInput = z.strictObject({
  platformId: optionalId,
  keys: z.array(z.enum(starterKeys)).min(1).max(starterKeys.length),
});
export type AddStartersInput = z.output<typeof addStartersInput>;

export const safeguardIdInput = z.strictObject({ safeguardId: z.uuid() });
export type SafeguardIdInput = z.output<typeof safeguardIdInput>;

export const attestSafeguardInput = z.strictObject({
  safeguardId: z.uuid(),
  /** Whose account was looked at: to be one's own. */
  staffId: z.uuid(),
  outcome: z.enum(attestationOutcomes),
  checkedOn: pastDay,
  note: z
    .string()
    .trim()
    .max(2_000)
    .transform((text) => text || null),
});
export type AttestSafeguardInput = z.output<typeof attestSafeguardInput>;
