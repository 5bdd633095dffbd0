import { eq } from "drizzle-orm";
import { practices } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import { lockPractice } from "./queries";

/** Says whether anybody may read the practice's texts and their history on its public page. */
export async function publishTexts(ctx: StaffContext, { publish }: { publish: boolean }) {
  mustMay(ctx, "change-settings");
  return inPractice(
    ctx,
    (tx) => lockPractice(tx, ctx),
    async (tx, _now, { publishesTexts }) => {
      if (publishesTexts === publish) return;

      await tx
        .update(practices)
        .set({ publishesTexts: publish })
        .where(eq(practices.practiceId, ctx.practiceId));
      const changed = ["publishesTexts"];
      await recordEvent(
        tx,
        ctx,
        { name: "settings.changed", changed },
        { publishesTexts: String(publishesTexts) },
      );
    },
  );
}
