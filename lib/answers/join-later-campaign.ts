import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { on } from "@/db/on";
import { campaignHolders, campaignStops, campaigns, versions } from "@/db/schema";
import type { YesOrNo } from "@/lib/consents/consent-state";
import type { Context, PatientContext } from "@/lib/context";
import type { VersionFacts } from "@/lib/disclosures/rules";
import type { Tx } from "@/lib/in-practice";

type Answered = {
  patientId: string;
  disclosure: { id: string; versions: readonly VersionFacts[] };
  versionId: string;
  given: readonly { answer: YesOrNo }[];
};

/** Who says yes to a text about whose successor others are being asked will be asked about it as well. */
export async function joinLaterCampaign(tx: Tx, ctx: PatientContext, answered: Answered): Promise<void> {
  const { patientId, disclosure, versionId, given } = answered;
  const version = disclosure.versions.find(({ id }) => id === versionId);
  if (!version || given.every(({ answer }) => answer === "no")) return;
  const [latest] = await listLaterCampaigns(tx, ctx, disclosure.id, version.number);
  if (!latest) return;
  await tx
    .insert(campaignHolders)
    .values({ practiceId: ctx.practiceId, id: uuid(), campaignId: latest.id, patientId })
    .onConflictDoNothing();
}

/** The campaigns of one disclosure about a text later than this one that go on, the latest first. */
export async function listLaterCampaigns(tx: Tx, ctx: Context, disclosureId: string, number: number) {
  return tx
    .select({ id: campaigns.id })
    .from(campaigns)
    .innerJoin(versions, on(versions, campaigns.versionId))
    .leftJoin(campaignStops, on(campaigns, campaignStops.campaignId))
    .where(
      and(
        eq(campaigns.practiceId, ctx.practiceId),
        eq(campaigns.disclosureId, disclosureId),
        gt(versions.number, number),
        isNull(campaignStops.id),
      ),
    )
    .orderBy(sql`${versions.number} desc`);
}
