import { v7 as uuid } from "uuid";
import type { Practice } from "@/db/schema";
import type { AuditEvent } from "@/lib/audit/events";
import { recordEvents } from "@/lib/audit/record-event";
import { consentState } from "@/lib/consents/consent-state";
import { listRequestFacts } from "@/lib/consents/request-facts";
import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { listDisclosures, shareDisclosure } from "@/lib/disclosures/queries";
import { NotFound, Refused } from "@/lib/errors";
import { inPractice, readPractice, type Tx } from "@/lib/in-practice";
import { getPatients, lockPatients, type PatientToDecideOn } from "@/lib/patients/queries";
import { signingCapacity } from "@/lib/patients/rules";
import { getPractice } from "@/lib/practices/queries";
import { mustMay } from "@/lib/roles";
import type { AskPatientsInput } from "./input";
import { putQuestions } from "./put-questions";
import { type Leaving, type SkipReason, takesNote, versionToAsk, whyNotDue, whySkip } from "./rules";
import { leavesAt, usualLeaving, waysToLeave } from "./when-mail-leaves";

export type AskPlan = {
  /** `noted` is who said no, or asked not to be asked, and is asked once more with a note. */
  asked: { patientId: string; disclosureId: string; versionId: string; noted: boolean }[];
  skipped: { patientId: string; disclosureId: string; reason: SkipReason }[];
  leaving: Leaving;
  /** When the mail leaves; null at once. */
  leavesAt: Date | null;
  /** When it could leave. The morning is offered to mail that would arrive in the quiet hours. */
  ways: { leaving: Leaving; at: Date | null }[];
};

/** What asking would do: whom it reaches, and who is skipped and why. Changes nothing. */
export async function previewAsk(ctx: StaffContext, input: AskPatientsInput): Promise<AskPlan> {
  mustMay(ctx, "ask-patients");
  return readPractice(ctx, async (tx, now) => {
    const asked = await getPatients(tx, ctx, input.patientIds, "ask-patients");
    const practice = await getPractice(tx, ctx);
    const refusal = whyNotDue(input.dueOn, today(now, practice.timeZone));
    if (refusal) throw new Refused(refusal);
    return planAsk(tx, ctx, asked, input, practice, now);
  });
}

/** Puts the questions; those asked together are one sitting for the patient. */
export async function askPatients(ctx: StaffContext, input: AskPatientsInput) {
  mustMay(ctx, "ask-patients");
  return inPractice(
    ctx,
    async (tx) => {
      for (const id of input.disclosureIds.toSorted()) await shareDisclosure(tx, ctx, id);
      return lockPatients(tx, ctx, input.patientIds, "ask-patients");
    },
    async (tx, now, patients) => {
      const practice = await getPractice(tx, ctx);
      const refusal = whyNotDue(input.dueOn, today(now, practice.timeZone));
      if (refusal) throw new Refused(refusal);
      const plan = await planAsk(tx, ctx, patients, input, practice, now);

      const askingId = uuid();
      const asking = {
        origin: "staff" as const,
        askedBy: ctx.staffId,
        askingId,
        campaignId: null,
        dueOn: input.dueOn,
        askedAt: now,
        notBefore: plan.leavesAt,
      };
      const events: AuditEvent[] = [];
      for (const patient of patients) {
        const questions = plan.asked.filter(({ patientId }) => patientId === patient.id);
        if (questions.length === 0) continue;
        const put = questions.map(({ disclosureId, versionId, noted }) => {
          return { disclosureId, versionId, note: noted ? input.note : null };
        });
        events.push(...(await putQuestions(tx, ctx, patient, put, asking)));
      }
      await recordEvents(tx, ctx, events);
      return { ...plan, askingId };
    },
  );
}

async function planAsk(
  tx: Tx,
  ctx: StaffContext,
  patients: readonly PatientToDecideOn[],
  input: AskPatientsInput,
  practice: Practice,
  now: Date,
): Promise<AskPlan> {
  const day = today(now, practice.timeZone);
  const disclosures = (await listDisclosures(tx, ctx)).filter(({ id }) => input.disclosureIds.includes(id));
  if (disclosures.length < new Set(input.disclosureIds).size) throw new NotFound();
  const asked = await listRequestFacts(
    tx,
    ctx,
    patients.map(({ id }) => id),
  );
  const plan: Pick<AskPlan, "asked" | "skipped"> = { asked: [], skipped: [] };

  for (const patient of patients) {
    for (const { id: disclosureId, kind, versions, retiredAt } of disclosures) {
      const own = asked.filter((fact) => fact.patientId === patient.id && fact.disclosureId === disclosureId);
      const state = consentState({ versions, requests: own }, now);
      const facts = {
        archived: patient.isArchived,
        outgrown: signingCapacity(patient, day) === null,
        retired: retiredAt !== null,
        beforeMeeting: practice.recordingAfterMeeting && kind === "recording-consent" && !patient.hasMet,
        hasNote: false,
        versions,
      };
      const reason = whySkip(facts, state, now);
      const noted = Boolean(input.note) && takesNote(reason);
      const skip = noted ? whySkip({ ...facts, hasNote: true }, state, now) : reason;
      const version = versionToAsk(versions, state, now);
      const about = { patientId: patient.id, disclosureId };
      if (skip) plan.skipped.push({ ...about, reason: skip });
      else if (version) plan.asked.push({ ...about, versionId: version.id, noted });
    }
  }
  const people = new Set(plan.asked.map(({ patientId }) => patientId)).size;
  const leaving = input.leaving ?? usualLeaving(people, now, practice);
  const leaves = leavesAt(leaving, now, practice);
  return { ...plan, leaving, leavesAt: leaves, ways: waysToLeave(now, practice) };
}
