import { z } from "zod";

export const completeDutyInput = z.strictObject({
  /** Several of one patient, where one act settles them. */
  dutyIds: z.array(z.uuid()).min(1).max(100),
  note: z.string().trim().max(1_000).default(""),
});
export type CompleteDutyInput = z.input<typeof completeDutyInput>;
