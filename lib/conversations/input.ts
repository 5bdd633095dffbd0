import { z } from "zod";
import { outcomes } from "./rules";

export const concludeConversationInput = z.strictObject({
  conversationId: z.uuid(),
  outcome: z.enum(outcomes),
  note: z.string().trim().max(2_000),
});
export type ConcludeConversationInput = z.infer<typeof concludeConversationInput>;
