import { listPatientConsents } from "@/lib/consents/consents-of-patients";
import type { PatientContext } from "@/lib/context";
import { listDisclosures } from "@/lib/disclosures/queries";
import { needsWriting } from "@/lib/disclosures/rules";
import { findSample } from "@/lib/electronic-records/open-sample";
import { recordsStates } from "@/lib/electronic-records/records-state";
import { isReusable } from "@/lib/electronic-records/rules";
import { NotFound } from "@/lib/errors";
import { readPage } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { getPatients } from "@/lib/patients/queries";
import { getPractice } from "@/lib/practices/queries";

/** How somebody gets their texts, for one of the people they act for: what is agreed, what is shown, what is next. */
export async function recordsPage(ctx: PatientContext, wanted: string | null, language: Language) {
  return readPage(ctx, async (tx, now) => {
    const { name, phone, timeZone, crisisLine } = await getPractice(tx, ctx);
    const people = await getPatients(tx, ctx, ctx.patientIds);
    const consents = await listPatientConsents(tx, ctx, ctx.patientIds, language, now);
    const disclosures = await listDisclosures(tx, ctx);
    const requests = consents.flatMap((consent) => consent.requests);
    const of = { patientIds: ctx.patientIds, disclosures, requests };
    const standingOf = await recordsStates(tx, ctx, of, now);
    const unsettled = people.find(({ id }) => standingOf(id).route !== "electronic");
    const patient = people.find(({ id }) => id === wanted) ?? unsettled ?? people[0];
    if (!patient) throw new NotFound();

    const state = standingOf(patient.id);
    const { latestTest } = state;
    const test = latestTest && isReusable(latestTest, now) ? latestTest : null;
    const waiting = consents.find(
      ({ patientId, disclosure, state }) =>
        patientId === patient.id && state.question && needsWriting(disclosure.kind),
    );
    return {
      practice: { name, phone, timeZone, crisisLine },
      patient: { id: patient.id, calledName: patient.calledName, isReader: patient.mailboxOf === "patient" },
      several: people.length > 1,
      state,
      /** The sample that waits to be opened. */
      test: test && {
        id: test.id,
        missed: test.missed,
        isDrawn: (await findSample(tx, ctx, test.id)) !== null,
      },
      /** A text that needs this, to go on with. */
      waiting: waiting?.state.question
        ? {
            requestId: waiting.state.question.requestId,
            title: waiting.current?.title ?? "",
            language: waiting.current?.language,
          }
        : null,
    };
  });
}
