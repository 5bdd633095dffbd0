import { recordEvent } from "@/lib/audit/record-event";
import type { PatientContext, StaffContext } from "@/lib/context";
import { inPractice } from "@/lib/in-practice";
import { owePlatformNews } from "@/lib/messages/owe-message";
import { mustMay } from "@/lib/roles";
import { mustBeAbleTo, myPlatformOf, placeBack, writeEnding } from "./decide";
import type { AboutWishInput } from "./input";
import { lockPlatformRequest } from "./queries";

/** Takes a wish, or a proposal, back before it is in use: nothing is changed by it then. */
export async function takeBackPlatformRequest(ctx: PatientContext | StaffContext, input: AboutWishInput) {
  if (ctx.kind === "staff") mustMay(ctx, "answer-platform-requests");
  return inPractice(
    ctx,
    (tx) => lockPlatformRequest(tx, ctx, input.wishId, "answer-platform-requests"),
    async (tx, now, { wish, patient }) => {
      const { standing } = await mustBeAbleTo(tx, ctx, wish, "take-back", now);

      const ended = await writeEnding(tx, ctx, wish, "taken-back", now);
      if (standing === "upcoming") await recordEvent(tx, ctx, await placeBack(tx, ctx, wish, now));
      await recordEvent(tx, ctx, ended);
      if (ctx.kind === "staff") await owePlatformNews(tx, ctx, patient, await myPlatformOf(tx, ctx), now);
    },
  );
}
