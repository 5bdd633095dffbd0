import { v7 as uuid } from "uuid";
import { campaignHolders } from "@/db/schema";
import type { PatientContext } from "@/lib/context";
import type { VersionFacts } from "@/lib/disclosures/rules";
import type { Tx } from "@/lib/in-practice";
import { listLaterCampaigns } from "./campaigns";
import type { YesOrNo } from "./consent-state";

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
