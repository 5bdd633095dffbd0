import { and, eq } from "drizzle-orm";
import { safeguards } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import type { SafeguardIdInput } from "./input";
import { lockSafeguard } from "./queries";
import { whyNotTakeUp } from "./rules";

/** Makes a dropped claim again, in the same words; what was checked before counts as long as it would have. */
export async function takeUpSafeguard(ctx: StaffContext, { safeguardId }: SafeguardIdInput) {
  mustMay(ctx, "manage-safeguards");
  return inPractice(
    ctx,
    (tx) => lockSafeguard(tx, ctx, safeguardId),
    async (tx, _now, { safeguard }) => {
      const refusal = whyNotTakeUp(safeguard);
      if (refusal) throw new Refused(refusal);

      await tx
        .update(safeguards)
        .set({ droppedAt: null, droppedBy: null })
        .where(and(eq(safeguards.practiceId, ctx.practiceId), eq(safeguards.id, safeguard.id)));
      await recordEvent(tx, ctx, {
        name: "safeguard.claimed",
        safeguardId: safeguard.id,
        key: safeguard.key,
      });
    },
  );
}
