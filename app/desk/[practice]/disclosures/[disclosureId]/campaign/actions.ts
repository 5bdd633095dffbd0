"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { staffAction } from "@/lib/actions";
import { stopCampaign } from "@/lib/consents/stop-campaign";

export const stopCampaignAction = staffAction(
  z.strictObject({ campaignId: z.uuid() }),
  async (ctx, input) => {
    await stopCampaign(ctx, input);
    refresh();
  },
);
