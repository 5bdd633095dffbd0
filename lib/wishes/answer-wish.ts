import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import type { AnswerWishInput } from "./input";
import { lockWish } from "./queries";
import { mustBeAbleTo, openTalk } from "./wish-steps";
import { mustBePlaceable, writeAnswer } from "./write-answer";

/** Says yes from a day, a trial, "let us talk" or not possible. All but a talk is said once. */
export async function answerWish(ctx: StaffContext, input: AnswerWishInput) {
  mustMay(ctx, "answer-wishes");
  return inPractice(
    ctx,
    (tx) => lockWish(tx, ctx, input.wishId, "answer-wishes"),
    async (tx, now, { wish, patient }) => {
      const { state } = await mustBeAbleTo(tx, ctx, wish, "answer", now);
      const { decision } = input;
      const platformId = input.platformId ?? wish.platformId;
      if (decision === "talk" && state === "talking") throw new Refused("already-talking");
      if (decision === "yes" || decision === "trial") {
        if (!platformId) throw new Refused("choose-platform");
        await mustBePlaceable(tx, ctx, { ...input, platformId }, now);
      }

      const answered = await writeAnswer(tx, ctx, { id: wish.id, patient }, { ...input, platformId }, now);
      await recordEvent(tx, ctx, answered);
      if (decision === "talk") await recordEvent(tx, ctx, await openTalk(tx, ctx, wish, now));
    },
  );
}
