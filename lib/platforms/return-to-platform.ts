import { and, eq, isNull } from "drizzle-orm";
import { platformLeavings } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { lockPractice } from "@/lib/practices/queries";
import { mustMay } from "@/lib/roles";
import type { PlatformIdInput } from "./input";
import { getPlatform } from "./queries";
import { whyNotReturnTo } from "./rules";

/** Notes that the practice uses a platform again; why it was left stays readable. */
export async function returnToPlatform(ctx: StaffContext, { platformId }: PlatformIdInput) {
  mustMay(ctx, "manage-platforms");
  return inPractice(
    ctx,
    (tx) => lockPractice(tx, ctx),
    async (tx, now) => {
      const refusal = whyNotReturnTo(await getPlatform(tx, ctx, platformId));
      if (refusal) throw new Refused(refusal);

      await tx
        .update(platformLeavings)
        .set({ returnedAt: now, returnedBy: ctx.staffId })
        .where(
          and(
            eq(platformLeavings.practiceId, ctx.practiceId),
            eq(platformLeavings.platformId, platformId),
            isNull(platformLeavings.returnedAt),
          ),
        );
      await recordEvent(tx, ctx, { name: "platform.returned-to", platformId });
    },
  );
}
