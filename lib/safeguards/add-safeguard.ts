import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { inPractice } from "@/lib/in-practice";
import { getPlatform } from "@/lib/platforms/queries";
import { lockPractice } from "@/lib/practices/queries";
import { mustMay } from "@/lib/roles";
import type { AddSafeguardInput } from "./input";
import { claimKey } from "./rules";
import { writeSafeguard } from "./write-safeguard";

/** From now on the practice makes this claim, in its own words; nobody has checked it yet. */
export async function addSafeguard(ctx: StaffContext, input: AddSafeguardInput) {
  mustMay(ctx, "manage-safeguards");
  return inPractice(
    ctx,
    (tx) => lockPractice(tx, ctx),
    async (tx, now) => {
      if (input.platformId) await getPlatform(tx, ctx, input.platformId);
      const { id, event } = await writeSafeguard(tx, ctx, { ...input, key: claimKey(input.claim.en) }, now);
      await recordEvent(tx, ctx, event);
      return { safeguardId: id };
    },
  );
}
