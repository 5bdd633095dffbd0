import { recordEvent } from "@/lib/audit/record-event";
import type { PatientContext } from "@/lib/context";
import { inPractice } from "@/lib/in-practice";
import type { AboutWishInput } from "./input";
import { lockWish } from "./queries";
import { mustBeAbleTo, placeBack, writeEnding } from "./wish-steps";

/** The patient would rather not meet the way the practice proposed; nothing is changed by it. */
export async function declineWish(ctx: PatientContext, input: AboutWishInput) {
  return inPractice(
    ctx,
    (tx) => lockWish(tx, ctx, input.wishId),
    async (tx, now, { wish }) => {
      const { state } = await mustBeAbleTo(tx, ctx, wish, "decline", now);

      const ended = await writeEnding(tx, ctx, wish, "declined", now);
      if (state === "upcoming") await recordEvent(tx, ctx, await placeBack(tx, ctx, wish, now));
      await recordEvent(tx, ctx, ended);
    },
  );
}
