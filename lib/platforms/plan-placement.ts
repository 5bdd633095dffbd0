import { and, eq } from "drizzle-orm";
import { placements } from "@/db/schema";
import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { Refused } from "@/lib/errors";
import type { Tx } from "@/lib/in-practice";
import { getPractice } from "@/lib/practices/queries";
import { firstMoment, whyNotPlace } from "./placing-rules";
import { getPlatform, listDefaults } from "./queries";

type Owner = { patientId: string } | { groupId: string };

/** What would be written for a patient or group, under their lock; refused with its reason. */
export async function planPlacement(
  tx: Tx,
  ctx: StaffContext,
  owner: Owner,
  input: { platformId: string | null; from: string | null },
  now: Date,
) {
  const practice = await getPractice(tx, ctx);
  const day = today(now, practice.timeZone);
  const since = firstMoment(input.from, now, practice.timeZone);
  const platform = input.platformId === null ? null : await getPlatform(tx, ctx, input.platformId);
  const placed = await tx
    .select()
    .from(placements)
    .where(and(eq(placements.practiceId, ctx.practiceId), isOf(owner)));
  const defaults = await listDefaults(tx, ctx);
  const days = { since, from: input.from ?? day, today: day };
  const refusal = whyNotPlace({ platform, practice, placements: placed, defaults, ...days });
  if (refusal) throw new Refused(refusal);
  const origin = platform ? ("exception" as const) : ("back" as const);
  return { ...owner, platformId: platform?.id ?? null, since, origin };
}

function isOf(owner: Owner) {
  return "patientId" in owner
    ? eq(placements.patientId, owner.patientId)
    : eq(placements.groupId, owner.groupId);
}
