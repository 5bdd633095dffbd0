import { v7 as uuid } from "uuid";
import { platformFacts } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { whyNotDrawable } from "@/lib/paper/fonts";
import { lockPractice } from "@/lib/practices/queries";
import { mustMay } from "@/lib/roles";
import { cleanName } from "@/lib/typed-name";
import type { NoteFactInput } from "./input";
import { getPlatform } from "./queries";
import { whyNotNoteFact } from "./rules";

/** Notes what is known about a platform from now on, and from where; what was noted before stays beneath it. */
export async function noteFact(ctx: StaffContext, input: NoteFactInput) {
  mustMay(ctx, "manage-platforms");
  return inPractice(
    ctx,
    (tx) => lockPractice(tx, ctx),
    async (tx, now, { timeZone }) => {
      const { platformId, key, value, source, link, checkedOn, goodUntil } = input;
      const platform = await getPlatform(tx, ctx, platformId);
      const refusal = whyNotNoteFact(platform, input, today(now, timeZone));
      if (refusal) throw new Refused(refusal);
      const sourceName = source === "opinion" ? cleanName(input.sourceName ?? "") : null;
      const { en, es } = input.words;
      const undrawable = whyNotDrawable([en, es, sourceName].filter(Boolean).join("\n"));
      if (undrawable) throw new Refused("text-not-drawable", undrawable);

      const { practiceId } = ctx;
      const factId = uuid();
      const words = en || es ? { ...(en && { en }), ...(es && { es }) } : null;
      const said = { key, value, words, source, sourceName, link, checkedOn, goodUntil };
      const noted = { notedAt: now, notedBy: ctx.staffId };
      await tx.insert(platformFacts).values({ practiceId, id: factId, platformId, ...said, ...noted });
      await recordEvent(tx, ctx, { name: "platform.fact-noted", platformId, factId, key });
      return { id: factId };
    },
  );
}
