import { and, asc, eq, isNull } from "drizzle-orm";
import { on } from "@/db/on";
import { campaignStops, campaigns } from "@/db/schema";
import type { StaffContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { countHolders } from "./queries";

/** What is being asked again and has somebody left to ask, the oldest first. */
export async function listRunningCampaigns(tx: Tx, ctx: StaffContext) {
  const { id, disclosureId, versionId, leavesAt } = campaigns;
  const going = await tx
    .select({ id, disclosureId, versionId, leavesAt })
    .from(campaigns)
    .leftJoin(campaignStops, on(campaigns, campaignStops.campaignId))
    .where(and(eq(campaigns.practiceId, ctx.practiceId), isNull(campaignStops.id)))
    .orderBy(asc(campaigns.begunAt));
  const counted = [];
  for (const campaign of going) counted.push({ ...campaign, ...(await countHolders(tx, ctx, campaign.id)) });
  return counted.filter(({ left }) => left > 0);
}

/** The campaign about each version of a disclosure that has one, and when it was stopped. */
export async function campaignsOf(tx: Tx, ctx: StaffContext, disclosureId: string) {
  const rows = await tx
    .select({ versionId: campaigns.versionId, stoppedAt: campaignStops.stoppedAt })
    .from(campaigns)
    .leftJoin(campaignStops, on(campaigns, campaignStops.campaignId))
    .where(and(eq(campaigns.practiceId, ctx.practiceId), eq(campaigns.disclosureId, disclosureId)));
  return new Map(rows.map(({ versionId, stoppedAt }) => [versionId, { stoppedAt }]));
}
