import { recordEvents } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { NotFound, Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { getPractice, getStaffMember } from "@/lib/practices/queries";
import { mustMay } from "@/lib/roles";
import { placeAsAgreed } from "@/lib/wishes/place-as-agreed";
import { lockWish } from "@/lib/wishes/queries";
import { mustBeAbleTo } from "@/lib/wishes/wish-steps";
import { composeTradeOff, tradeOffWords } from "./compose-trade-off";
import type { NoteExplainedInput } from "./input";
import { findTradeOff } from "./queries";
import { whyNotExplained, whyNotShown } from "./rules";
import { writeAcknowledgement } from "./write-acknowledgement";

/** Notes that what is different there was explained aloud in a session: it counts like a signature, and claims none. */
export async function noteExplained(ctx: StaffContext, input: NoteExplainedInput) {
  mustMay(ctx, "answer-wishes");
  return inPractice(
    ctx,
    (tx) => lockWish(tx, ctx, input.wishId, "answer-wishes"),
    async (tx, now, { wish, patient }) => {
      const { acknowledgement } = wish;
      const { explainedOn } = input;
      if (acknowledgement?.explainedOn === explainedOn && acknowledgement.textSha256 === input.textSha256)
        return { acknowledgementId: acknowledgement.id };

      const { day } = await mustBeAbleTo(tx, ctx, wish, "acknowledge", now);
      const practice = await getPractice(tx, ctx);
      const wantedOn = today(wish.wantedAt, practice.timeZone);
      const refusal = whyNotExplained(explainedOn, { wantedOn, today: day });
      if (refusal) throw new Refused(refusal);
      const tradeOff = await findTradeOff(tx, ctx, wish, now);
      if (!tradeOff) throw new NotFound();
      const { language } = patient;
      const text = composeTradeOff(tradeOff.facts, language, "explained");
      const hindrance = tradeOff.hindrance ?? whyNotShown(input, text);
      if (hindrance) throw new Refused(hindrance);

      const shown = { kind: "explained", explainedOn, language, ...text } as const;
      const { name } = await getStaffMember(tx, ctx, ctx.staffId);
      const signed = {
        patient,
        practice,
        printedName: null,
        mark: null,
        intent: tradeOffWords[language].intent.explained,
        notedBy: { staffId: ctx.staffId, name },
      };
      const { acknowledgementId, event } = await writeAcknowledgement(tx, ctx, { wish, shown, signed }, now);
      await recordEvents(tx, ctx, [event, await placeAsAgreed(tx, ctx, wish, tradeOff.answer, now)]);
      return { acknowledgementId };
    },
  );
}
