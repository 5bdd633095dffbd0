import { v7 as uuid } from "uuid";
import { campaignSkips } from "@/db/schema";
import type { AuditEvent } from "@/lib/audit/events";
import { recordEvents } from "@/lib/audit/record-event";
import type { SystemContext } from "@/lib/context";
import { DatabaseDown, inPractice, type Tx } from "@/lib/in-practice";
import { lockPatients, type PatientToDecideOn } from "@/lib/patients/queries";
import { putQuestions } from "@/lib/requests/put-questions";
import { leavesQuietly } from "@/lib/requests/when-mail-leaves";
import { claim } from "@/lib/worker/claim";
import { reportFault } from "@/lib/worker/report-fault";
import { sweep } from "@/lib/worker/sweep";
import { decideTurns, type Turn } from "./holder-turns";
import { listNextHolders, lockCampaign } from "./queries";

type Reached = { done: number; last: string | null };

const inOneGo = 25;
const batches = 8;

/** Asks some of those whom campaigns have still to ask, and says how many. */
export const askDueCampaigns = sweep({
  due: "campaigns_due",
  most: 100,
  each: askSome,
  fault: (campaignId) => `campaign ${campaignId} could not go on asking`,
});

async function askSome(ctx: SystemContext, campaignId: string, signal: AbortSignal): Promise<number> {
  let done = 0;
  let reached: Reached = { done: 0, last: null };
  for (let batch = 0; batch < batches && !signal.aborted; batch += 1) {
    reached = await askOrReport(ctx, campaignId, reached.last);
    done += reached.done;
    if (!reached.last) break;
  }
  return done;
}

/** One patient about whom it fails does not keep the others from being asked. */
async function askOrReport(ctx: SystemContext, campaignId: string, after: string | null): Promise<Reached> {
  try {
    return await askHolders(ctx, campaignId, { after, most: inOneGo });
  } catch (error) {
    if (error instanceof DatabaseDown) throw error;
    return oneByOne(ctx, campaignId, after);
  }
}

async function oneByOne(ctx: SystemContext, campaignId: string, after: string | null): Promise<Reached> {
  const reached: Reached = { done: 0, last: after };
  for (let one = 0; one < inOneGo; one += 1) {
    const place: { last: string | null } = { last: null };
    try {
      const asked = await askHolders(ctx, campaignId, { after: reached.last, most: 1 }, place);
      reached.done += asked.done;
    } catch (error) {
      if (error instanceof DatabaseDown || !place.last) throw error;
      reportFault(`patient ${place.last} could not be asked by campaign ${campaignId}`, error);
    }
    if (!place.last) return { ...reached, last: null };
    reached.last = place.last;
  }
  return reached;
}

/** Asks the next holders, each once: who has neither a request of the campaign nor a skip is the queue. */
export async function askHolders(
  ctx: SystemContext,
  campaignId: string,
  next: { after: string | null; most: number },
  place: { last: string | null } = { last: null },
): Promise<Reached> {
  return inPractice(
    ctx,
    async (tx) => {
      if (!(await claim(tx, "campaign", campaignId))) return null;
      const campaign = await lockCampaign(tx, ctx, campaignId, "share");
      if (campaign.stoppedAt) return null;
      const holders = await listNextHolders(tx, ctx, campaignId, next);
      place.last = holders.at(-1) ?? null;
      return { campaign, patients: await lockPatients(tx, ctx, holders) };
    },
    async (tx, now, locked) => {
      if (!locked || locked.patients.length === 0) return { done: 0, last: null };
      const { campaign, patients } = locked;
      const { turns, practice } = await decideTurns(tx, ctx, campaign, patients, now);
      const asking = {
        origin: "new-version" as const,
        askedBy: campaign.begunBy,
        askingId: campaign.id,
        campaignId,
        dueOn: null,
        askedAt: now,
        notBefore: leavesQuietly(now, practice),
      };
      const { disclosureId, versionId } = campaign;
      const events: AuditEvent[] = [];
      for (const { patient } of turns.filter(({ turn }) => turn === "ask"))
        events.push(...(await putQuestions(tx, ctx, patient, [{ disclosureId, versionId }], asking)));
      await recordEvents(tx, ctx, [...events, ...(await skip(tx, ctx, campaign, turns, now))]);
      return { done: turns.filter(({ turn }) => turn !== "wait").length, last: place.last };
    },
  );
}

/** Writes who is not asked and why, and gives the events to be recorded. */
async function skip(
  tx: Tx,
  { practiceId }: SystemContext,
  { id: campaignId, versionId }: { id: string; versionId: string },
  turns: readonly Turn<PatientToDecideOn>[],
  skippedAt: Date,
): Promise<AuditEvent[]> {
  const skipped = turns.flatMap(({ patient: { id: patientId }, turn: reason }) =>
    reason === "ask" || reason === "wait" ? [] : [{ patientId, reason }],
  );
  if (skipped.length > 0)
    await tx
      .insert(campaignSkips)
      .values(skipped.map((one) => ({ practiceId, id: uuid(), campaignId, ...one, skippedAt })));
  return skipped.map(({ patientId: patient, reason }) => {
    return { name: "campaign.patient-skipped", patient, campaignId, versionId, reason };
  });
}
