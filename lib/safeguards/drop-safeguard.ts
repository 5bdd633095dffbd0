import { and, eq } from "drizzle-orm";
import { safeguards } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import type { SafeguardIdInput } from "./input";
import { lockSafeguard } from "./queries";
import { whyNotDrop } from "./rules";

/** The practice no longer makes this claim; texts that repeat it have to be changed. */
export async function dropSafeguard(ctx: StaffContext, { safeguardId }: SafeguardIdInput) {
  mustMay(ctx, "manage-safeguards");
  return inPractice(
    ctx,
    (tx) => lockSafeguard(tx, ctx, safeguardId),
    async (tx, now, { safeguard }) => {
      const refusal = whyNotDrop(safeguard);
      if (refusal) throw new Refused(refusal);

      await tx
        .update(safeguards)
        .set({ droppedAt: now, droppedBy: ctx.staffId })
        .where(and(eq(safeguards.practiceId, ctx.practiceId), eq(safeguards.id, safeguard.id)));
      await recordEvent(tx, ctx, { name: "safeguard.dropped", safeguardId: safeguard.id });
    },
  );
}
