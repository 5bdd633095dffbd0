import { recordEvents } from "@/lib/audit/record-event";
import type { PatientContext } from "@/lib/context";
import { NotFound, Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { asMark } from "@/lib/paper/mark";
import { signingCapacity } from "@/lib/patients/rules";
import { getPractice } from "@/lib/practices/queries";
import { mustBeKnownName, mustBeSignable } from "@/lib/signatures/signature-rules";
import { cleanName } from "@/lib/typed-name";
import { placeAsAgreed } from "@/lib/wishes/place-as-agreed";
import { lockWish } from "@/lib/wishes/queries";
import { mustBeAbleTo } from "@/lib/wishes/wish-steps";
import { composeTradeOff, tradeOffWords } from "./compose-trade-off";
import type { AcknowledgeTradeOffInput } from "./input";
import { findTradeOff } from "./queries";
import { whyNotShown } from "./rules";
import { writeAcknowledgement } from "./write-acknowledgement";

/** Binds the patient to exactly what they were shown of what is different there, once; then the change holds. */
export async function acknowledgeTradeOff(ctx: PatientContext, input: AcknowledgeTradeOffInput) {
  mustBeSignable(input);
  return inPractice(
    ctx,
    (tx) => lockWish(tx, ctx, input.wishId),
    async (tx, now, { wish, patient }) => {
      const { acknowledgement } = wish;
      if (acknowledgement?.textSha256 === input.textSha256) return { acknowledgementId: acknowledgement.id };

      const { day } = await mustBeAbleTo(tx, ctx, wish, "acknowledge", now);
      const practice = await getPractice(tx, ctx);
      const tradeOff = await findTradeOff(tx, ctx, wish, now);
      if (!tradeOff) throw new NotFound();
      const text = composeTradeOff(tradeOff.facts, input.language, "signed");
      const capacity = signingCapacity(patient, day);
      const hindrance = tradeOff.hindrance ?? whyNotShown(input, text);
      if (hindrance || !capacity) throw new Refused(hindrance ?? "patient-of-age");
      mustBeKnownName(patient, capacity, input);

      const shown = { kind: "signed", explainedOn: null, language: input.language, ...text } as const;
      const signed = {
        patient,
        practice,
        capacity,
        printedName: cleanName(input.printedName),
        intent: tradeOffWords[input.language].intent.signed,
        mark: input.mark && asMark(input.mark),
        ...(input.rewritten && { rewritten: true as const }),
      };
      const { acknowledgementId, event } = await writeAcknowledgement(tx, ctx, { wish, shown, signed }, now);
      await recordEvents(tx, ctx, [event, await placeAsAgreed(tx, ctx, wish, tradeOff.answer, now)]);
      return { acknowledgementId };
    },
  );
}
