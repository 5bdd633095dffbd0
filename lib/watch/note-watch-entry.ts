import { v7 as uuid } from "uuid";
import { watchEntries, watchEntryTexts } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { getDisclosure } from "@/lib/disclosures/queries";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { lockPractice } from "@/lib/practices/queries";
import { mustMay } from "@/lib/roles";
import type { NoteWatchEntryInput } from "./input";
import { whyNotWatch } from "./rules";

/** Notes something that changed outside the practice, with the texts it touches. */
export async function noteWatchEntry(ctx: StaffContext, input: NoteWatchEntryInput) {
  mustMay(ctx, "watch");
  return inPractice(
    ctx,
    (tx) => lockPractice(tx, ctx),
    async (tx, now, { timeZone }) => {
      const disclosureIds = [...new Set(input.disclosureIds)];
      for (const id of disclosureIds) await getDisclosure(tx, ctx, id);
      const refusal = whyNotWatch(input, today(now, timeZone));
      if (refusal) throw new Refused(refusal);

      const { practiceId } = ctx;
      const { subject, what, link, changedOn } = input;
      const entryId = uuid();
      const noted = { notedAt: now, notedBy: ctx.staffId };
      await tx
        .insert(watchEntries)
        .values({ practiceId, id: entryId, subject, what, link, changedOn, ...noted });
      await tx
        .insert(watchEntryTexts)
        .values(disclosureIds.map((disclosureId) => ({ practiceId, id: uuid(), entryId, disclosureId })));
      await recordEvent(tx, ctx, { name: "watch.noted", entryId });
      return { id: entryId };
    },
  );
}
