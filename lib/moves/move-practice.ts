import { v7 as uuid } from "uuid";
import { placements } from "@/db/schema";
import type { AuditEvent } from "@/lib/audit/events";
import { recordEvents } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice, type Tx } from "@/lib/in-practice";
import { lockPatients } from "@/lib/patients/queries";
import { lockGroupsToPlace } from "@/lib/platforms/place-group";
import { writeDefault } from "@/lib/platforms/write-default";
import { writtenBy } from "@/lib/platforms/write-placement";
import { lockPractice } from "@/lib/practices/queries";
import { mustMay } from "@/lib/roles";
import type { MovePracticeInput } from "./input";
import { planMove } from "./plan-move";
import { whyNotMove } from "./rules";

/** Moves the practice to another platform, and lets some stay where they are: exactly what was shown, or nothing. */
export async function movePractice(ctx: StaffContext, input: MovePracticeInput) {
  mustMay(ctx, "manage-platforms");
  return inPractice(
    ctx,
    async (tx) => {
      await lockPractice(tx, ctx);
      await lockPatients(tx, ctx, input.staying, "place-patients");
      await lockGroupsToPlace(tx, ctx, input.stayingGroups);
    },
    async (tx, now) => {
      const plan = await planMove(tx, ctx, input, now);
      const staying = new Set([...input.staying, ...input.stayingGroups]);
      const refusal = plan.refusal ?? whyNotMove(plan, { shown: input.shown, staying: [...staying] });
      if (refusal) throw new Refused(refusal);

      const { platform, former, at, comes } = plan;
      const { event } = await writeDefault(tx, ctx, { platformId: platform.id, effectiveFrom: at }, now);
      const kept = comes.filter(({ id }) => staying.has(id));
      const events = former ? await writeExceptions(tx, ctx, kept, { platformId: former.id, at }, now) : [];
      await recordEvents(tx, ctx, [event, ...events]);
      return { at, came: comes.length - kept.length, stayed: kept.length };
    },
  );
}

const rowsAtOnce = 1_000;

async function writeExceptions(
  tx: Tx,
  ctx: StaffContext,
  owners: readonly { kind: "patient" | "group"; id: string }[],
  { platformId, at }: { platformId: string; at: Date },
  now: Date,
): Promise<AuditEvent[]> {
  const { practiceId } = ctx;
  const origin = "exception" as const;
  const rows = owners.map(({ kind, id }) => ({
    practiceId,
    id: uuid(),
    platformId,
    since: at,
    origin,
    placedAt: now,
    ...writtenBy(ctx),
    patientId: kind === "patient" ? id : null,
    groupId: kind === "group" ? id : null,
  }));
  for (let first = 0; first < rows.length; first += rowsAtOnce)
    await tx.insert(placements).values(rows.slice(first, first + rowsAtOnce));
  return rows.map(({ id: placementId, patientId, groupId }) =>
    patientId === null
      ? { name: "group.placed", groupId: groupId ?? "", placementId, platformId }
      : { name: "patient.placed", patient: patientId, placementId, platformId, origin },
  );
}
