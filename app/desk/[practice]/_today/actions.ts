"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { staffAction } from "@/app/action";
import { concludeConversation } from "@/lib/conversations/conclude-conversation";
import { concludeConversationInput } from "@/lib/conversations/input";
import { retrySealing } from "@/lib/documents/retry-sealing";
import { completeDuty } from "@/lib/duties/complete-duty";
import { completeDutyInput } from "@/lib/duties/input";

export const concludeAction = staffAction(concludeConversationInput, async (ctx, input) => {
  await concludeConversation(ctx, input);
  refresh();
});

export const completeDutyAction = staffAction(completeDutyInput, async (ctx, input) => {
  await completeDuty(ctx, input);
  refresh();
});

export const retrySealingAction = staffAction(z.strictObject({ failureId: z.uuid() }), async (ctx, input) => {
  await retrySealing(ctx, input.failureId);
  refresh();
});
