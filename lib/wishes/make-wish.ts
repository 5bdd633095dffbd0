import { v7 as uuid } from "uuid";
import { wishes } from "@/db/schema";
import { recordEvents } from "@/lib/audit/record-event";
import type { PatientContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { lockPatient } from "@/lib/patients/queries";
import { getChosenPlatform } from "@/lib/platforms/queries";
import { writtenBy } from "@/lib/platforms/write-placement";
import type { MakeWishInput } from "./input";
import { whyNotNextAppointment, whyNotWish } from "./making-rules";
import { writeNextAppointment } from "./next-appointments";
import { whatDecidesOnWish } from "./queries";
import { wishOther, wishReason } from "./sealed-words";
import { openTalk } from "./wish-steps";

/** Takes down that somebody would rather meet another way. A reason may stand there, and changes nothing. */
export async function makeWish(ctx: PatientContext, input: MakeWishInput) {
  return inPractice(
    ctx,
    (tx) => lockPatient(tx, ctx, input.patientId),
    async (tx, now, patient) => {
      const { patientId } = input;
      const wish = input.wish === "not-sure" || input.wish === "something-else" ? input.wish : "platform";
      const named = wish === "platform" ? await getChosenPlatform(tx, ctx, input.wish) : null;
      const facts = { ...(await whatDecidesOnWish(tx, ctx, patientId, now)), isArchived: patient.isArchived };
      const refusal = named?.leftAt ? "platform-left" : whyNotWish(facts, named?.id ?? null);
      if (refusal) throw new Refused(refusal);
      const next = input.next ? await getChosenPlatform(tx, ctx, input.next) : null;
      const notNext = next && whyNotNextAppointment(next, facts);
      if (notNext) throw new Refused(notNext);

      const { practiceId } = ctx;
      const id = uuid();
      const other = wish === "something-else" ? input.other : null;
      await tx.insert(wishes).values({
        practiceId,
        id,
        patientId,
        wish,
        platformId: named?.id ?? null,
        wantedAt: now,
        ...writtenBy(ctx),
        sealedOther: wishOther.seal(ctx, id, other),
        sealedReason: wishReason.seal(ctx, id, input.reason),
      });
      const talk = wish === "not-sure" ? [await openTalk(tx, ctx, { id, patientId }, now)] : [];
      const chosen = next ? await writeNextAppointment(tx, ctx, { patientId, platformId: next.id }, now) : [];
      await recordEvents(tx, ctx, [
        { name: "platform-request.made", patient: patientId, wishId: id, wish },
        ...talk,
        ...chosen,
      ]);
      return { wishId: id };
    },
  );
}
