"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { staffAction } from "@/app/action";
import { stopCampaign } from "@/lib/campaigns/stop-campaign";

export const stopCampaignAction = staffAction(
  z.strictObject({ campaignId: z.uuid() }),
  async (ctx, input) => {
    await stopCampaign(ctx, input);
    refresh();
  },
);
