import { z } from "zod";
import { reason } from "@/lib/answers/input";
import { comingDay } from "@/lib/coming-day";
import { leavings } from "./rules";

export const mostAskedAtOnce = 500;

/** A form sends "" for what nobody said. */
const unsaid = <T>(meaning: T) => z.literal("").transform(() => meaning);

export const askPatientsInput = z.strictObject({
  patientIds: z.array(z.uuid()).min(1).max(mostAskedAtOnce),
  disclosureIds: z.array(z.uuid()).min(1).max(50),
  dueOn: comingDay.nullable().or(unsaid(null)),
  /** When the mail leaves; as usual when nobody said. */
  leaving: z.enum(leavings).optional().or(unsaid(undefined)),
  /** Why who said no, or asked not to be asked, is asked once more. */
  note: z.string().trim().max(500).optional(),
});
export type AskPatientsInput = z.infer<typeof askPatientsInput>;

/** Without a question, everything that waits for the patient. */
export const sendAgainInput = z.strictObject({
  patientId: z.uuid(),
  requestId: z.uuid().optional(),
  /** As usual when nobody said: not within the quiet hours. */
  leaving: z.literal("at-once").optional(),
});
export type SendAgainInput = z.infer<typeof sendAgainInput>;

export const endNoticeInput = z.strictObject({
  requestId: z.uuid(),
  outcome: z.enum(["refused", "unable"]),
  reason,
});
export type EndNoticeInput = z.infer<typeof endNoticeInput>;
