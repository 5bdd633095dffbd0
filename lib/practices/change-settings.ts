import { eq } from "drizzle-orm";
import { practices } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import type { ChangeSettingsInput } from "./input";
import { practiceColumns } from "./practice-columns";
import { lockPractice } from "./queries";
import { changedSettings, settingsFacts } from "./rules";

/** Changes what patients read about the practice, and where its clock stands. */
export async function changeSettings(ctx: StaffContext, input: ChangeSettingsInput) {
  mustMay(ctx, "change-settings");
  return inPractice(
    ctx,
    (tx) => lockPractice(tx, ctx),
    async (tx, _now, practice) => {
      const columns = practiceColumns(input);
      const changed = changedSettings(practice, columns);
      if (changed.length === 0) return;

      await tx.update(practices).set(columns).where(eq(practices.practiceId, ctx.practiceId));

      const earlier = settingsFacts(practice);
      const before = Object.fromEntries(changed.map((field) => [field, earlier[field]]));
      await recordEvent(tx, ctx, { name: "settings.changed", changed }, before);
    },
  );
}
