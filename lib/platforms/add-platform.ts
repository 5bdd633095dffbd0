import { v7 as uuid } from "uuid";
import { platformFacts, platforms } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { whyNotDrawable } from "@/lib/paper/fonts";
import { lockPractice } from "@/lib/practices/queries";
import { mustMay } from "@/lib/roles";
import { cleanName } from "@/lib/typed-name";
import type { FactSource } from "./facts";
import type { AddPlatformInput } from "./input";
import { listPlatforms } from "./queries";
import { whyNotAddPlatform } from "./rules";
import { type StarterFact, starters, startersDate } from "./starters";

/** Lists one more way to hold appointments, with what is said about it where it is a service that is known. */
export async function addPlatform(ctx: StaffContext, input: AddPlatformInput) {
  mustMay(ctx, "manage-platforms");
  return inPractice(
    ctx,
    (tx) => lockPractice(tx, ctx),
    async (tx, now) => {
      const { kind } = input;
      const starter = kind === "video" && input.starter ? starters[input.starter] : null;
      const name = kind === "video" ? cleanName(input.name) || (starter?.name ?? "") : kind;
      const undrawable = whyNotDrawable(name);
      if (undrawable) throw new Refused("name-not-drawable", undrawable);
      const refusal = whyNotAddPlatform({ kind, name }, await listPlatforms(tx, ctx));
      if (refusal) throw new Refused(refusal);

      const { practiceId, staffId } = ctx;
      const platformId = uuid();
      await tx
        .insert(platforms)
        .values({ practiceId, id: platformId, kind, name, addedAt: now, addedBy: staffId });
      await recordEvent(tx, ctx, { name: "platform.listed", platformId, kind });
      for (const fact of starter?.facts ?? []) {
        const factId = uuid();
        const noted = { notedAt: now, notedBy: staffId };
        await tx
          .insert(platformFacts)
          .values({ practiceId, id: factId, platformId, ...asStored(fact), ...noted });
        await recordEvent(tx, ctx, { name: "platform.fact-noted", platformId, factId, key: fact.key });
      }
      return { id: platformId };
    },
  );
}

function asStored({ key, value, words, opinionOf }: StarterFact) {
  const said: FactSource = opinionOf ? "opinion" : "vendor";
  const source: FactSource = value === "unknown" ? "unknown" : said;
  return { key, value, words, source, sourceName: opinionOf ?? null, checkedOn: startersDate };
}
