import { v7 as uuid } from "uuid";
import type { Practice } from "@/db/schema";
import { campaignHolders, campaigns } from "@/db/schema";
import type { AuditEvent } from "@/lib/audit/events";
import type { StaffContext } from "@/lib/context";
import { afterQuietHours } from "@/lib/dates";
import type { Tx } from "@/lib/in-practice";

/** A statement holds at most 65,535 values, and a holder has four. */
const rowsAtOnce = 5_000;

type Begun = { campaignId: string; leavesAt: Date; event: AuditEvent };

/** Writes whom a new version asks again; the worker asks them once its time has come. The caller records the event. */
export async function beginCampaign(
  tx: Tx,
  ctx: StaffContext,
  version: { disclosureId: string; versionId: string },
  holderIds: readonly string[],
  practice: Practice,
  now: Date,
): Promise<Begun> {
  const { practiceId } = ctx;
  const campaignId = uuid();
  const leavesAt = whenItLeaves(practice, now);
  await tx
    .insert(campaigns)
    .values({ practiceId, id: campaignId, ...version, begunAt: now, begunBy: ctx.staffId, leavesAt });
  for (let from = 0; from < holderIds.length; from += rowsAtOnce) {
    const some = holderIds.slice(from, from + rowsAtOnce);
    await tx
      .insert(campaignHolders)
      .values(some.map((patientId) => ({ practiceId, id: uuid(), campaignId, patientId })));
  }
  const event = { name: "campaign.begun", campaignId, ...version, holders: holderIds.length } as const;
  return { campaignId, leavesAt, event };
}

/** After the time in which it can be stopped, and not within the quiet hours. */
export function whenItLeaves(
  practice: Pick<Practice, "stopMinutes" | "quietFrom" | "quietUntil" | "timeZone">,
  now: Date,
): Date {
  return afterQuietHours(new Date(now.getTime() + practice.stopMinutes * 60_000), practice);
}
