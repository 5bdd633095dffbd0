import { and, eq } from "drizzle-orm";
import { disclosures } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import type { ChangeAudienceInput } from "./input";
import { lockDisclosure } from "./queries";

/** Says who needs a text, and so counts as not asked until they are. */
export async function changeAudience(ctx: StaffContext, { disclosureId, audience }: ChangeAudienceInput) {
  mustMay(ctx, "publish-disclosures");
  return inPractice(
    ctx,
    (tx) => lockDisclosure(tx, ctx, disclosureId),
    async (tx, _, disclosure) => {
      if (disclosure.audience === audience) throw new Refused("audience-unchanged");

      await tx
        .update(disclosures)
        .set({ audience })
        .where(and(eq(disclosures.practiceId, ctx.practiceId), eq(disclosures.id, disclosureId)));
      await recordEvent(tx, ctx, { name: "disclosure.audience-changed", disclosureId, audience });
    },
  );
}
