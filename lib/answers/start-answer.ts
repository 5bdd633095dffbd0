import { v7 as uuid } from "uuid";
import { requests } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { consentState } from "@/lib/consents/consent-state";
import { lockReachablePatient } from "@/lib/consents/queries";
import { listRequestFacts } from "@/lib/consents/request-facts";
import type { PatientContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { getDisclosure, shareDisclosure } from "@/lib/disclosures/queries";
import { currentVersion } from "@/lib/disclosures/rules";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { signingCapacity } from "@/lib/patients/rules";
import { getPractice } from "@/lib/practices/queries";
import { whyNotAnswerAnew } from "./rules";

/** The patient asks themself again (no → yes, taken back → yes). An open question is reused, never doubled. */
export async function startAnswer(ctx: PatientContext, input: { patientId: string; disclosureId: string }) {
  return inPractice(
    ctx,
    async (tx) => {
      await shareDisclosure(tx, ctx, input.disclosureId);
      return lockReachablePatient(tx, ctx, input.patientId);
    },
    async (tx, now, patient) => {
      const { timeZone } = await getPractice(tx, ctx);
      if (!signingCapacity(patient, today(now, timeZone))) throw new Refused("patient-of-age");
      const disclosure = await getDisclosure(tx, ctx, input.disclosureId);
      const { versions } = disclosure;
      const facts = await listRequestFacts(tx, ctx, [patient.id]);
      const own = facts.filter((fact) => fact.disclosureId === input.disclosureId);
      const state = consentState({ versions, requests: own }, now);
      if (state.question) return { requestId: state.question.requestId };
      const version = currentVersion(versions, now);
      const refusal = whyNotAnswerAnew(state, disclosure);
      if (refusal || !version) throw new Refused(refusal ?? "nothing-to-answer");

      const about = { disclosureId: input.disclosureId, versionId: version.id };
      const id = uuid();
      await tx.insert(requests).values({
        ...about,
        practiceId: ctx.practiceId,
        id,
        origin: "patient",
        askingId: id,
        patientId: patient.id,
        sittingId: uuid(),
        askedAt: now,
        route: ctx.route,
      });
      await recordEvent(tx, ctx, { name: "request.made", patient: patient.id, requestId: id, ...about });
      return { requestId: id };
    },
  );
}
