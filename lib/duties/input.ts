import { z } from "zod";

export const completeDutyInput = z.strictObject({
  dutyId: z.uuid(),
  note: z.string().trim().max(1_000).default(""),
});
export type CompleteDutyInput = z.input<typeof completeDutyInput>;
