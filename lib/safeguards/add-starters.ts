import type { AuditEvent } from "@/lib/audit/events";
import { recordEvents } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { inPractice } from "@/lib/in-practice";
import { getPlatform } from "@/lib/platforms/queries";
import { lockPractice } from "@/lib/practices/queries";
import { mustMay } from "@/lib/roles";
import type { AddStartersInput } from "./input";
import { starters } from "./starters";
import { writeSafeguard } from "./write-safeguard";

/** Makes several of the prepared claims at once, or none of them. */
export async function addStarters(ctx: StaffContext, input: AddStartersInput) {
  mustMay(ctx, "manage-safeguards");
  return inPractice(
    ctx,
    (tx) => lockPractice(tx, ctx),
    async (tx, now) => {
      if (input.platformId) await getPlatform(tx, ctx, input.platformId);
      const keys = [...new Set(input.keys)];
      const events: AuditEvent[] = [];
      for (const key of keys) {
        const { ofPlatform, ...starter } = starters[key];
        const platformId = ofPlatform ? input.platformId : null;
        const { event } = await writeSafeguard(tx, ctx, { ...starter, key, platformId }, now);
        events.push(event);
      }
      await recordEvents(tx, ctx, events);
      return { added: keys.length };
    },
  );
}
