import { and, asc, count, eq, gt, isNull, sql } from "drizzle-orm";
import { on } from "@/db/on";
import {
  campaignHolders,
  campaignSkips,
  campaignStops,
  campaigns,
  disclosures,
  requests,
  versions,
} from "@/db/schema";
import type { Context } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import type { Tx } from "@/lib/in-practice";

/** A campaign, with what it asks about and whether it was stopped. */
export async function getCampaign(tx: Tx, ctx: Context, campaignId: string) {
  const [found] = await tx
    .select({ campaign: campaigns, number: versions.number, stoppedAt: campaignStops.stoppedAt })
    .from(campaigns)
    .innerJoin(versions, on(versions, campaigns.versionId))
    .leftJoin(campaignStops, on(campaigns, campaignStops.campaignId))
    .where(and(eq(campaigns.practiceId, ctx.practiceId), eq(campaigns.id, campaignId)));
  if (!found) throw new NotFound();
  return { ...found.campaign, number: found.number, stoppedAt: found.stoppedAt };
}

/** Shared by whoever asks, held by whoever stops: the two have an order. */
export async function lockCampaign(tx: Tx, ctx: Context, campaignId: string, strength: "share" | "update") {
  const { disclosureId } = await getCampaign(tx, ctx, campaignId);
  await tx
    .select({ id: disclosures.id })
    .from(disclosures)
    .where(and(eq(disclosures.practiceId, ctx.practiceId), eq(disclosures.id, disclosureId)))
    .for(strength === "share" ? "share" : "no key update");
  return getCampaign(tx, ctx, campaignId);
}

/**
 * Who is still to be asked, in the order of their ids. Left out for now is who still reads an earlier text that is
 * in force until this one is.
 */
export async function listNextHolders(
  tx: Tx,
  ctx: Context,
  campaignId: string,
  { after, most }: { after: string | null; most: number },
): Promise<string[]> {
  const readsEarlierText = sql`exists (
    select from ${campaigns} c
      join ${versions} wanted on wanted.practice_id = c.practice_id and wanted.id = c.version_id
      join ${requests} r on r.practice_id = c.practice_id and r.disclosure_id = c.disclosure_id
      join ${versions} put on put.practice_id = r.practice_id and put.id = r.version_id
     where c.practice_id = ${campaignHolders.practiceId} and c.id = ${campaignHolders.campaignId}
       and r.patient_id = ${campaignHolders.patientId}
       and wanted.effective_from > clock_timestamp() and put.number < wanted.number
       and not exists (select from answers a where a.practice_id = r.practice_id and a.request_id = r.id)
       and not exists (select from request_cancellations x where x.practice_id = r.practice_id and x.request_id = r.id)
       and not exists (select from request_declines x where x.practice_id = r.practice_id and x.request_id = r.id)
       and not exists (select from notice_endings x where x.practice_id = r.practice_id and x.request_id = r.id))`;
  const rows = await tx
    .select({ patientId: campaignHolders.patientId })
    .from(campaignHolders)
    .leftJoin(requests, ofHolder(requests))
    .leftJoin(campaignSkips, ofHolder(campaignSkips))
    .where(
      and(
        eq(campaignHolders.practiceId, ctx.practiceId),
        eq(campaignHolders.campaignId, campaignId),
        isNull(requests.id),
        isNull(campaignSkips.id),
        after ? gt(campaignHolders.patientId, after) : undefined,
        sql`not ${readsEarlierText}`,
      ),
    )
    .orderBy(asc(campaignHolders.patientId))
    .limit(most);
  return rows.map(({ patientId }) => patientId);
}

/** How many a campaign has asked, left out, and still to ask. */
export async function countHolders(tx: Tx, ctx: Context, campaignId: string) {
  const [counted] = await tx
    .select({ all: count(), asked: count(requests.id), skipped: count(campaignSkips.id) })
    .from(campaignHolders)
    .leftJoin(requests, ofHolder(requests))
    .leftJoin(campaignSkips, ofHolder(campaignSkips))
    .where(and(eq(campaignHolders.practiceId, ctx.practiceId), eq(campaignHolders.campaignId, campaignId)));
  const { all = 0, asked = 0, skipped = 0 } = counted ?? {};
  return { all, asked, skipped, left: all - asked - skipped };
}

function ofHolder(facts: typeof requests | typeof campaignSkips) {
  return and(
    eq(facts.practiceId, campaignHolders.practiceId),
    eq(facts.campaignId, campaignHolders.campaignId),
    eq(facts.patientId, campaignHolders.patientId),
  );
}
