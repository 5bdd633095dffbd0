import { recordEvent } from "@/lib/audit/record-event";
import type { PatientContext, StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { owePlatformNews } from "@/lib/messages/owe-message";
import { getPlatform } from "@/lib/platforms/queries";
import { whyNotPlaceOn } from "@/lib/platforms/rules";
import { writePlacement } from "@/lib/platforms/write-placement";
import { getPractice } from "@/lib/practices/queries";
import { mustMay } from "@/lib/roles";
import type { DecideWishInput } from "./input";
import { lockWish } from "./queries";
import { finalAnswer } from "./rules";
import { mustBeAbleTo, myPlatformOf, placedEvent, writeEnding } from "./wish-steps";

/** Keeps what was tried, without an end; either side may, and the other sees it. */
export async function keepPlatform(ctx: PatientContext | StaffContext, input: DecideWishInput) {
  if (ctx.kind === "staff") mustMay(ctx, "answer-wishes");
  return inPractice(
    ctx,
    (tx) => lockWish(tx, ctx, input.wishId, "answer-wishes"),
    async (tx, now, { wish, patient }) => {
      const { state, day } = await mustBeAbleTo(tx, ctx, wish, "keep", now);
      const practice = await getPractice(tx, ctx);
      const platform = await getPlatform(tx, ctx, finalAnswer(wish)?.platformId ?? "");
      const refusal = whyNotPlaceOn(platform, practice, day);
      if (refusal) throw new Refused(refusal);

      await recordEvent(tx, ctx, await writeEnding(tx, ctx, wish, "kept", now));
      if (state !== "in-use") {
        // The trial's own placement has an end, and a wish has one of an origin: what is kept is an exception without one.
        const kept = { patientId: patient.id, platformId: platform.id, wishId: wish.id, since: now };
        const { id } = await writePlacement(tx, ctx, { ...kept, origin: "exception" }, now);
        const placed = placedEvent(patient.id, id, platform.id);
        await recordEvent(tx, ctx, { ...placed, origin: "exception" });
      }
      if (ctx.kind === "staff") await owePlatformNews(tx, ctx, patient, await myPlatformOf(tx, ctx), now);
    },
  );
}
