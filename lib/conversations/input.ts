import { z } from "zod";
import { outcomes } from "./rules";

export const concludeConversationInput = z.strictObject({
  /** Several of one patient that ended alike. */
  conversationIds: z.array(z.uuid()).min(1).max(100),
  outcome: z.enum(outcomes),
  note: z.string().trim().max(2_000),
});
export type ConcludeConversationInput = z.infer<typeof concludeConversationInput>;
