import { z } from "zod";

export type WithdrawInput = {
  answerId: string;
  /** Null takes back every use still allowed. */
  itemIds: readonly string[] | null;
};

/** By which way the patient said it. */
export const spokenRoutes = ["phone", "in-person"] as const;

export const recordWithdrawalInput = z.strictObject({
  answerId: z.uuid(),
  /** Null takes back every use still allowed. */
  itemIds: z.array(z.uuid()).min(1).max(50).nullable(),
  route: z.enum(spokenRoutes),
});
export type RecordWithdrawalInput = z.infer<typeof recordWithdrawalInput>;
