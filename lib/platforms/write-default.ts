import { v7 as uuid } from "uuid";
import { platformDefaults } from "@/db/schema";
import type { AuditEvent } from "@/lib/audit/events";
import type { StaffContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";

/** Writes what the practice meets on from a moment. The caller holds the practice, has asked the rules, and records it. */
export async function writeDefault(
  tx: Tx,
  { practiceId, staffId }: StaffContext,
  { platformId, effectiveFrom }: { platformId: string; effectiveFrom: Date },
  now: Date,
): Promise<{ event: AuditEvent }> {
  const id = uuid();
  await tx
    .insert(platformDefaults)
    .values({ practiceId, id, platformId, effectiveFrom, setAt: now, setBy: staffId });
  return {
    event: { name: "platform.default-set", platformId, effectiveFrom: effectiveFrom.toISOString() },
  };
}
