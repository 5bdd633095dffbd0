import { v7 as uuid } from "uuid";
import { platformLeavings } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice, type Tx } from "@/lib/in-practice";
import { lockEveryPatient } from "@/lib/patients/queries";
import { lockPractice } from "@/lib/practices/queries";
import { mustMay } from "@/lib/roles";
import type { LeavePlatformInput } from "./input";
import { platformUse } from "./platform-use";
import { getPlatform } from "./queries";
import { whyNotLeavePlatform } from "./rules";

/** Notes that the practice uses it no longer, and why; nobody is left behind on it. */
export async function leavePlatform(ctx: StaffContext, { platformId, why }: LeavePlatformInput) {
  mustMay(ctx, "manage-platforms");
  return inPractice(
    ctx,
    (tx) => lockUse(tx, ctx),
    async (tx, now) => {
      const platform = await getPlatform(tx, ctx, platformId);
      const use = await platformUse(tx, ctx, platformId, now);
      const refusal = whyNotLeavePlatform(platform, use);
      if (refusal) throw new Refused(refusal, { count: use.owners });

      const { practiceId, staffId } = ctx;
      const left = { leftAt: now, leftBy: staffId };
      await tx.insert(platformLeavings).values({ practiceId, id: uuid(), platformId, why, ...left });
      await recordEvent(tx, ctx, { name: "platform.left", platformId });
    },
  );
}

/** Whoever puts somebody on a platform holds that patient, and whoever moves the practice holds its row. */
async function lockUse(tx: Tx, ctx: StaffContext) {
  await lockPractice(tx, ctx);
  await lockEveryPatient(tx, ctx);
}
