import { recordEvent } from "@/lib/audit/record-event";
import type { PatientContext, StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { owePlatformNews } from "@/lib/messages/owe-message";
import { mustMay } from "@/lib/roles";
import type { DecideWishInput } from "./input";
import { lockWish } from "./queries";
import { endedBy } from "./rules";
import { mustBeAbleTo, myPlatformOf, placeBack, sideOfContext, writeEnding } from "./wish-steps";

/** One press, by either side: what counted before counts again from now on. */
export async function goBack(ctx: PatientContext | StaffContext, input: DecideWishInput) {
  if (ctx.kind === "staff") mustMay(ctx, "answer-wishes");
  return inPractice(
    ctx,
    (tx) => lockWish(tx, ctx, input.wishId, "answer-wishes"),
    async (tx, now, { wish, patient }) => {
      const { state } = await mustBeAbleTo(tx, ctx, wish, "go-back", now);
      // Somebody who saw a trial running hears first that the other side has kept it.
      if (state === "kept" && input.seen !== "kept")
        throw new Refused("wish-kept", { by: endedBy(wish, sideOfContext(ctx)) });

      const ended = await writeEnding(tx, ctx, wish, "gone-back", now);
      if (state !== "trial-over") await recordEvent(tx, ctx, await placeBack(tx, ctx, wish, now));
      await recordEvent(tx, ctx, ended);
      if (ctx.kind === "staff") await owePlatformNews(tx, ctx, patient, await myPlatformOf(tx, ctx), now);
    },
  );
}
