import { v7 as uuid } from "uuid";
import { watchConclusions } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import type { ConcludeWatchEntryInput } from "./input";
import { lockWatchEntry } from "./queries";
import { whyNotConcludeWatch } from "./rules";

/** Says once what follows from a change outside: nothing, a new text, or that the practice stops. */
export async function concludeWatchEntry(ctx: StaffContext, input: ConcludeWatchEntryInput) {
  mustMay(ctx, "watch");
  return inPractice(
    ctx,
    (tx) => lockWatchEntry(tx, ctx, input.entryId),
    async (tx, now, entry) => {
      const refusal = whyNotConcludeWatch(entry);
      if (refusal) throw new Refused(refusal);

      const { practiceId } = ctx;
      const { entryId, conclusion, note } = input;
      const { en, es } = input.forPatients;
      const forPatients = en || es ? { ...(en && { en }), ...(es && { es }) } : null;
      const said = { entryId, conclusion, note, forPatients };
      const concluded = { concludedAt: now, concludedBy: ctx.staffId };
      await tx.insert(watchConclusions).values({ practiceId, id: uuid(), ...said, ...concluded });
      await recordEvent(tx, ctx, { name: "watch.concluded", entryId, conclusion });
    },
  );
}
