import { v7 as uuid } from "uuid";
import { wishes } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { lockPatient } from "@/lib/patients/queries";
import { writtenBy } from "@/lib/platforms/write-placement";
import { mustMay } from "@/lib/roles";
import type { ProposePlatformInput } from "./input";
import { whyNotWish } from "./making-rules";
import { whatDecidesOnWish } from "./queries";
import { mustBePlaceable, writeAnswer } from "./write-answer";

/** Proposes another way to meet to a patient; it says from when, so that only the patient's word is missing. */
export async function proposePlatform(ctx: StaffContext, input: ProposePlatformInput) {
  mustMay(ctx, "answer-wishes");
  return inPractice(
    ctx,
    (tx) => lockPatient(tx, ctx, input.patientId, "answer-wishes"),
    async (tx, now, patient) => {
      const { patientId, platformId } = input;
      const facts = { ...(await whatDecidesOnWish(tx, ctx, patientId, now)), isArchived: patient.isArchived };
      await mustBePlaceable(tx, ctx, input, now);
      const refusal = whyNotWish(facts, platformId);
      if (refusal) throw new Refused(refusal);

      const id = uuid();
      const proposed = { patientId, wish: "platform" as const, platformId, wantedAt: now };
      await tx.insert(wishes).values({ practiceId: ctx.practiceId, id, ...proposed, ...writtenBy(ctx) });
      await recordEvent(tx, ctx, {
        name: "platform-request.made",
        patient: patientId,
        wishId: id,
        wish: "platform",
      });
      const answer = { ...input, hindrance: null, words: null };
      await recordEvent(tx, ctx, await writeAnswer(tx, ctx, { id, patient }, answer, now));
      return { wishId: id };
    },
  );
}
