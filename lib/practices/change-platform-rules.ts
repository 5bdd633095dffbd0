import { eq } from "drizzle-orm";
import { practices } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import { changedPlatformRules, type PlatformRules, whyNotPlatformRules } from "./platform-rules";
import { lockPractice } from "./queries";

/** Changes whether a video service must have signed an agreement, and how soon a wish is to be answered. */
export async function changePlatformRules(ctx: StaffContext, input: PlatformRules) {
  mustMay(ctx, "change-settings");
  return inPractice(
    ctx,
    (tx) => lockPractice(tx, ctx),
    async (tx, _now, practice) => {
      const refusal = whyNotPlatformRules(input);
      if (refusal) throw new Refused(refusal);
      const changed = changedPlatformRules(practice, input);
      if (changed.length === 0) return;

      const { requiresVendorAgreement, platformAnswerDays } = input;
      await tx
        .update(practices)
        .set({ requiresVendorAgreement, platformAnswerDays })
        .where(eq(practices.practiceId, ctx.practiceId));

      const before = Object.fromEntries(changed.map((field) => [field, String(practice[field])]));
      await recordEvent(tx, ctx, { name: "settings.changed", changed }, before);
    },
  );
}
