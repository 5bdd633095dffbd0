import { z } from "zod";
import { comingDay } from "@/lib/coming-day";

/** A form sends "" for a day left open: at once. */
const fromDay = z.union([comingDay, z.literal(""), z.null()]).transform((day) => day || null);
const chosen = z.array(z.uuid()).max(10_000);

export const movePracticeInput = z.strictObject({
  platformId: z.uuid(),
  from: fromDay,
  /** Who stays on what the practice met on until now. */
  staying: chosen,
  stayingGroups: chosen,
  /** The fingerprint of what was shown. */
  shown: z.string().regex(/^[0-9a-f]{64}$/),
});
export type MovePracticeInput = z.output<typeof movePracticeInput>;
