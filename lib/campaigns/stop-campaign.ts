import { v7 as uuid } from "uuid";
import { campaignStops } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import { countHolders, lockCampaign } from "./queries";
import { whyNotStopCampaign } from "./rules";

/** Nobody more is asked; who was asked stays asked, and how many that are is said. */
export async function stopCampaign(ctx: StaffContext, { campaignId }: { campaignId: string }) {
  mustMay(ctx, "publish-disclosures");
  return inPractice(
    ctx,
    (tx) => lockCampaign(tx, ctx, campaignId, "update"),
    async (tx, now, campaign) => {
      const { asked, left } = await countHolders(tx, ctx, campaignId);
      const refusal = whyNotStopCampaign({ stoppedAt: campaign.stoppedAt, left });
      if (refusal) throw new Refused(refusal);

      const { practiceId, staffId: stoppedBy } = ctx;
      await tx
        .insert(campaignStops)
        .values({ practiceId, id: uuid(), campaignId, stoppedAt: now, stoppedBy });
      const { versionId } = campaign;
      await recordEvent(tx, ctx, { name: "campaign.stopped", campaignId, versionId });
      return { asked, left };
    },
  );
}
