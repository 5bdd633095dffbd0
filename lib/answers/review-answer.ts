import { listRequestFacts } from "@/lib/consents/request-facts";
import type { PatientContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { getDisclosure, getShownVersion } from "@/lib/disclosures/queries";
import { recordsStateFor } from "@/lib/electronic-records/records-state";
import { NotFound, Refused } from "@/lib/errors";
import { readPractice } from "@/lib/in-practice";
import { getPatient } from "@/lib/patients/queries";
import { signingCapacity } from "@/lib/patients/rules";
import { getPractice } from "@/lib/practices/queries";
import type { AnswerRequestInput } from "./input";
import { whyNotAnswer } from "./rules";

export type ReviewInput = Pick<
  AnswerRequestInput,
  "requestId" | "versionId" | "language" | "textSha256" | "answers"
>;

/** Refuses what signing would refuse, before anything is signed; stores nothing. */
export async function reviewAnswer(ctx: PatientContext, input: ReviewInput): Promise<void> {
  await readPractice(ctx, async (tx, now) => {
    const facts = (await listRequestFacts(tx, ctx, ctx.patientIds)).find(({ id }) => id === input.requestId);
    if (!facts) throw new NotFound();
    const { kind, versions } = await getDisclosure(tx, ctx, facts.disclosureId);
    const text = await getShownVersion(tx, ctx, input.versionId, input.language);
    const patient = await getPatient(tx, ctx, facts.patientId);
    const { timeZone } = await getPractice(tx, ctx);
    const capacity = signingCapacity(patient, today(now, timeZone));
    const { route } = await recordsStateFor(tx, ctx, kind, facts.patientId, now);
    const refusal = whyNotAnswer({ ...facts, capacity, versions, route }, input, text, now);
    if (refusal) throw new Refused(refusal);
  });
}
