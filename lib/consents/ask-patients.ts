import { v7 as uuid } from "uuid";
import { requests } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { listDisclosures } from "@/lib/disclosures/queries";
import { NotFound, Refused } from "@/lib/errors";
import { inPractice, readPractice, type Tx } from "@/lib/in-practice";
import { oweQuestion } from "@/lib/messages/owe-message";
import { getPatients, lockPatients, type PatientToDecideOn } from "@/lib/patients/queries";
import { getPractice } from "@/lib/practices/queries";
import { mustMay } from "@/lib/practices/roles";
import { consentState } from "./consent-state";
import type { AskPatientsInput } from "./input";
import { listRequestFacts } from "./queries";
import { type SkipReason, signingCapacity, versionToAsk, whyNotDue, whySkip } from "./rules";

export type AskPlan = {
  asked: { patientId: string; disclosureId: string; versionId: string }[];
  skipped: { patientId: string; disclosureId: string; reason: SkipReason }[];
};

/** What asking would do: whom it reaches, and who is skipped and why. Changes nothing. */
export async function previewAsk(ctx: StaffContext, input: AskPatientsInput): Promise<AskPlan> {
  mustMay(ctx, "ask-patients");
  return readPractice(ctx, async (tx, now) => {
    const asked = await getPatients(tx, ctx, input.patientIds, "ask-patients");
    return planAsk(tx, ctx, asked, input, now);
  });
}

/** Puts the questions; those asked together are one sitting for the patient. */
export async function askPatients(ctx: StaffContext, input: AskPatientsInput): Promise<AskPlan> {
  mustMay(ctx, "ask-patients");
  return inPractice(
    ctx,
    (tx) => lockPatients(tx, ctx, input.patientIds, "ask-patients"),
    async (tx, now, patients) => {
      const plan = await planAsk(tx, ctx, patients, input, now);
      const askingId = uuid();

      for (const patient of patients) {
        const questions = plan.asked.filter(({ patientId }) => patientId === patient.id);
        if (questions.length === 0) continue;
        const sittingId = uuid();
        const rows = questions.map((question) => ({
          ...question,
          practiceId: ctx.practiceId,
          id: uuid(),
          sittingId,
          askingId,
          origin: "staff" as const,
          askedBy: ctx.staffId,
          askedAt: now,
          dueOn: input.dueOn,
          route: ctx.route,
        }));
        await tx.insert(requests).values(rows);
        const mail = { requestId: rows[0]?.id ?? "", sittingId, notBefore: null };
        await oweQuestion(tx, ctx, patient, mail, now);
        for (const { id: requestId, disclosureId, versionId } of rows) {
          const about = { patient: patient.id, requestId, disclosureId, versionId };
          await recordEvent(tx, ctx, { name: "request.made", ...about });
        }
      }
      return plan;
    },
  );
}

async function planAsk(
  tx: Tx,
  ctx: StaffContext,
  patients: readonly PatientToDecideOn[],
  input: AskPatientsInput,
  now: Date,
): Promise<AskPlan> {
  const { timeZone, recordingAfterMeeting } = await getPractice(tx, ctx);
  const day = today(now, timeZone);
  const refusal = whyNotDue(input.dueOn, day);
  if (refusal) throw new Refused(refusal);
  const disclosures = (await listDisclosures(tx, ctx)).filter(({ id }) => input.disclosureIds.includes(id));
  if (disclosures.length < new Set(input.disclosureIds).size) throw new NotFound();
  const asked = await listRequestFacts(
    tx,
    ctx,
    patients.map(({ id }) => id),
  );
  const plan: AskPlan = { asked: [], skipped: [] };

  for (const patient of patients) {
    for (const { id: disclosureId, kind, versions, retiredAt } of disclosures) {
      const own = asked.filter((fact) => fact.patientId === patient.id && fact.disclosureId === disclosureId);
      const state = consentState({ versions, requests: own }, now);
      const facts = {
        archived: patient.isArchived,
        outgrown: signingCapacity(patient, day) === null,
        retired: retiredAt !== null,
        beforeMeeting: recordingAfterMeeting && kind === "recording-consent" && !patient.hasMet,
        hasNote: false,
        versions,
      };
      const reason = whySkip(facts, state, now);
      const version = versionToAsk(versions, state, now);
      if (reason) plan.skipped.push({ patientId: patient.id, disclosureId, reason });
      else if (version) plan.asked.push({ patientId: patient.id, disclosureId, versionId: version.id });
    }
  }
  return plan;
}
