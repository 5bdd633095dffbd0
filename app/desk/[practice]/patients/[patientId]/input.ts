import { z } from "zod";
import { spokenRoutes } from "@/lib/withdrawals/input";

/** What was said aloud: all of an answer or one use of it, and by which way. */
export const saidAloudFormInput = z.strictObject({
  answerId: z.uuid(),
  use: z.union([z.literal("all"), z.uuid()]),
  route: z.enum(spokenRoutes),
});
