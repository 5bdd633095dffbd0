import { v7 as uuid } from "uuid";
import { type Placement, placements } from "@/db/schema";
import type { PatientContext, StaffContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";

type Placed = Pick<Placement, "platformId" | "since" | "origin"> &
  Partial<Pick<Placement, "patientId" | "groupId" | "until" | "wishId">>;

/** Who did it, for facts that either side may cause. */
export function writtenBy(ctx: PatientContext | StaffContext) {
  return { byUser: ctx.userId, byStaff: ctx.kind === "staff" ? ctx.staffId : null, route: ctx.route };
}

/** Writes what somebody meets on from then on. The caller holds the patient or group, has asked the rules, and records it. */
export async function writePlacement(
  tx: Tx,
  ctx: PatientContext | StaffContext,
  placed: Placed,
  now: Date,
): Promise<{ id: string }> {
  const { practiceId } = ctx;
  const id = uuid();
  await tx.insert(placements).values({ practiceId, id, ...placed, placedAt: now, ...writtenBy(ctx) });
  return { id };
}
