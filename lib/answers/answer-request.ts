import { v7 as uuid } from "uuid";
import { type Answer, answerItems, answers } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { lockRequest, requestFacts } from "@/lib/consents/queries";
import type { PatientContext } from "@/lib/context";
import { endOfAnswer, today } from "@/lib/dates";
import { getShownVersion } from "@/lib/disclosures/queries";
import { recordsStateFor } from "@/lib/electronic-records/records-state";
import { Refused } from "@/lib/errors";
import { inPractice, type Tx } from "@/lib/in-practice";
import { asMark } from "@/lib/paper/mark";
import { signingCapacity } from "@/lib/patients/rules";
import { getPractice } from "@/lib/practices/queries";
import { keepSignature } from "@/lib/signatures/keep-signature";
import { mustBeKnownName, mustBeSignable } from "@/lib/signatures/signature-rules";
import { cleanName } from "@/lib/typed-name";
import { wakeWorker } from "@/lib/worker/wake";
import { answerEvent } from "./answer-event";
import type { AnswerRequestInput } from "./input";
import { joinLaterCampaign } from "./join-later-campaign";
import { whyNotAnswer } from "./rules";
import { isSameAnswer } from "./same-answer";
import { signatureMeaning } from "./signature-meaning";
import { intentSentences } from "./wording";

/** Binds the patient to exactly the text they were shown, once. The same answer sent again gets the same receipt. */
export async function answerRequest(ctx: PatientContext, input: AnswerRequestInput) {
  mustBeSignable(input);
  return inPractice(
    ctx,
    (tx) => lockRequest(tx, ctx, input.requestId),
    async (tx, now, { request, patient }) => {
      const { facts, disclosure } = await requestFacts(tx, ctx, patient.id, request.id);
      if (facts.answer && isSameAnswer(facts.answer, input)) return { answerId: facts.answer.id };

      const text = await getShownVersion(tx, ctx, input.versionId, input.language);
      const practice = await getPractice(tx, ctx);
      const capacity = signingCapacity(patient, today(now, practice.timeZone));
      const { versions } = disclosure;
      const records = await recordsStateFor(tx, ctx, disclosure.kind, patient.id, now);
      const asked = { ...facts, capacity, versions, route: records.route };
      const refusal = whyNotAnswer(asked, input, text, now);
      if (refusal || !capacity) throw new Refused(refusal ?? "patient-of-age");
      mustBeKnownName(patient, capacity, input);

      const given = Object.entries(input.answers).map(([itemId, answer]) => ({ itemId, answer }));
      const meaning = signatureMeaning(disclosure.kind, Object.values(input.answers));
      const expiresAt = endOfAnswer(text.answersLastMonths, now, practice.timeZone);
      const signed = {
        patient,
        practice,
        printedName: cleanName(input.printedName),
        intent: intentSentences[meaning][text.language],
        mark: input.mark && asMark(input.mark),
        ...(input.rewritten && { rewritten: true as const }),
        ...(records.passedTestId && { accessTestId: records.passedTestId }),
      };
      const answerId = await keepSignature(tx, ctx, "answer", signed, now);
      const answer = {
        id: answerId,
        requestId: request.id,
        patientId: patient.id,
        disclosureId: disclosure.id,
        versionId: input.versionId,
        language: text.language,
        textSha256: input.textSha256,
        capacity,
        expiresAt,
      };
      await writeAnswer(tx, ctx, answer, given, now);
      await joinLaterCampaign(tx, ctx, {
        patientId: patient.id,
        disclosure,
        versionId: input.versionId,
        given,
      });
      const about = { patient: patient.id, requestId: request.id, answerId, versionId: input.versionId };
      await wakeWorker(tx);
      await recordEvent(tx, ctx, answerEvent(about, disclosure.kind, given, expiresAt));
      return { answerId };
    },
  );
}

type Given = Pick<typeof answerItems.$inferSelect, "itemId" | "answer">;
type Written = Omit<Answer, "practiceId" | "answeredAt" | "answeredBy" | "route">;

/** Writes the answer under the id of its signature, and what it says to each use. */
async function writeAnswer(
  tx: Tx,
  ctx: PatientContext,
  answer: Written,
  given: readonly Given[],
  answeredAt: Date,
): Promise<void> {
  const { practiceId, userId: answeredBy, route } = ctx;
  await tx.insert(answers).values({ practiceId, ...answer, answeredAt, answeredBy, route });
  const { id: answerId, versionId } = answer;
  await tx
    .insert(answerItems)
    .values(given.map((item) => ({ practiceId, id: uuid(), answerId, versionId, ...item })));
}
