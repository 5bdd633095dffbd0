import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { lockPractice } from "@/lib/practices/queries";
import { mustMay } from "@/lib/roles";
import type { SetDefaultInput } from "./placing-input";
import { firstMoment, whyNotSetDefault } from "./placing-rules";
import { practiceDefault } from "./platform-of-record";
import { getPlatform, listDefaults } from "./queries";
import { writeDefault } from "./write-default";

/** Says what the practice meets on, from a day or from now; whoever has something of their own keeps it. */
export async function setDefault(ctx: StaffContext, input: SetDefaultInput) {
  mustMay(ctx, "manage-platforms");
  return inPractice(
    ctx,
    (tx) => lockPractice(tx, ctx),
    async (tx, now, practice) => {
      const platform = await getPlatform(tx, ctx, input.platformId);
      const day = today(now, practice.timeZone);
      const effectiveFrom = firstMoment(input.from, now, practice.timeZone);
      const former = practiceDefault(await listDefaults(tx, ctx), effectiveFrom);
      const from = input.from ?? day;
      const refusal = whyNotSetDefault({ platform, practice, former, from, today: day });
      if (refusal) throw new Refused(refusal);

      const { event } = await writeDefault(tx, ctx, { platformId: platform.id, effectiveFrom }, now);
      await recordEvent(tx, ctx, event);
      return { effectiveFrom };
    },
  );
}
