import { eq } from "drizzle-orm";
import { practices } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import { type AskingSettings, askingFacts, changedAsking, whyNotAsking } from "./asking-rules";
import { lockPractice } from "./queries";

/** Changes when mail leaves, how often patients are reminded, and what waits for the first meeting. */
export async function changeAsking(ctx: StaffContext, input: AskingSettings) {
  mustMay(ctx, "change-settings");
  return inPractice(
    ctx,
    (tx) => lockPractice(tx, ctx),
    async (tx, _now, practice) => {
      const refusal = whyNotAsking(input);
      if (refusal) throw new Refused(refusal);
      const earlier = askingFacts(practice);
      const changed = changedAsking(earlier, input);
      if (changed.length === 0) return;

      const { quietFrom, quietUntil, ...others } = input;
      await tx
        .update(practices)
        .set({ ...others, quietFrom: quietFrom || null, quietUntil: quietUntil || null })
        .where(eq(practices.practiceId, ctx.practiceId));

      const before = Object.fromEntries(changed.map((field) => [field, String(earlier[field])]));
      await recordEvent(tx, ctx, { name: "settings.changed", changed }, before);
    },
  );
}
