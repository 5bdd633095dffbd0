import { recordEvent } from "@/lib/audit/record-event";
import type { PatientContext, StaffContext } from "@/lib/context";
import { inPractice } from "@/lib/in-practice";
import { owePlatformNews } from "@/lib/messages/owe-message";
import { mustMay } from "@/lib/roles";
import type { AboutWishInput } from "./input";
import { lockWish } from "./queries";
import { mustBeAbleTo, myPlatformOf, placeBack, writeEnding } from "./wish-steps";

/** Takes a wish, or a proposal, back before it is in use: nothing is changed by it then. */
export async function takeBackWish(ctx: PatientContext | StaffContext, input: AboutWishInput) {
  if (ctx.kind === "staff") mustMay(ctx, "answer-wishes");
  return inPractice(
    ctx,
    (tx) => lockWish(tx, ctx, input.wishId, "answer-wishes"),
    async (tx, now, { wish, patient }) => {
      const { state } = await mustBeAbleTo(tx, ctx, wish, "take-back", now);

      const ended = await writeEnding(tx, ctx, wish, "taken-back", now);
      if (state === "upcoming") await recordEvent(tx, ctx, await placeBack(tx, ctx, wish, now));
      await recordEvent(tx, ctx, ended);
      if (ctx.kind === "staff") await owePlatformNews(tx, ctx, patient, await myPlatformOf(tx, ctx), now);
    },
  );
}
