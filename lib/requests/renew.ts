import { and, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { answers } from "@/db/schema";
import { recordEvents } from "@/lib/audit/record-event";
import { consentState } from "@/lib/consents/consent-state";
import { listRequestFacts } from "@/lib/consents/request-facts";
import type { SystemContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { listDisclosures } from "@/lib/disclosures/queries";
import { inPractice, type Tx } from "@/lib/in-practice";
import { lockPatient, type PatientToDecideOn } from "@/lib/patients/queries";
import { signingCapacity } from "@/lib/patients/rules";
import { getPractice } from "@/lib/practices/queries";
import { sweep } from "@/lib/worker/sweep";
import { putQuestions } from "./put-questions";
import { isToRenew } from "./reminder-rules";
import { versionToAsk, whySkip } from "./rules";
import { leavesQuietly } from "./when-mail-leaves";

/** Asks ahead of time about answers that are about to end, and says how many questions that were. */
export const renewDueAnswers = sweep({
  due: "renewals_due",
  most: 2_000,
  each: askToRenew,
  fault: (answerId) => `the answer ${answerId} was not asked about before it ends`,
});

/** Everything of that patient that is about to end is one sitting. */
async function askToRenew(ctx: SystemContext, answerId: string): Promise<number> {
  return inPractice(
    ctx,
    async (tx) => lockPatient(tx, ctx, await patientOf(tx, ctx, answerId)),
    async (tx, now, patient) => {
      const { practice, questions } = await planRenewal(tx, ctx, patient, now);
      if (questions.length === 0) return 0;
      const asking = {
        origin: "renewal" as const,
        askedBy: null,
        askingId: uuid(),
        campaignId: null,
        dueOn: null,
        askedAt: now,
        notBefore: leavesQuietly(now, practice),
      };
      await recordEvents(tx, ctx, await putQuestions(tx, ctx, patient, questions, asking));
      return questions.length;
    },
  );
}

async function patientOf(tx: Tx, { practiceId }: SystemContext, answerId: string): Promise<string> {
  const [found] = await tx
    .select({ patientId: answers.patientId })
    .from(answers)
    .where(and(eq(answers.practiceId, practiceId), eq(answers.id, answerId)));
  return found?.patientId ?? "";
}

async function planRenewal(tx: Tx, ctx: SystemContext, patient: PatientToDecideOn, now: Date) {
  const practice = await getPractice(tx, ctx);
  const facts = await listRequestFacts(tx, ctx, [patient.id]);
  const outgrown = signingCapacity(patient, today(now, practice.timeZone)) === null;
  const questions = (await listDisclosures(tx, ctx)).flatMap(
    ({ id: disclosureId, kind, versions, retiredAt }) => {
      const requests = facts.filter((fact) => fact.disclosureId === disclosureId);
      const state = consentState({ versions, requests }, now);
      if (state.word !== "given" || !state.answer) return [];
      if (!isToRenew(state.answer, requests, practice.renewalDays, now)) return [];
      const about = {
        archived: patient.isArchived,
        outgrown,
        retired: retiredAt !== null,
        hasNote: false,
        versions,
        beforeMeeting: practice.recordingAfterMeeting && kind === "recording-consent" && !patient.hasMet,
      };
      // Asked as on the day after it ended: until then its yes would be a reason not to.
      const ended = { ...state, word: "expired" as const };
      const version = versionToAsk(versions, ended, now);
      return whySkip(about, ended, now) || !version ? [] : [{ disclosureId, versionId: version.id }];
    },
  );
  return { practice, questions };
}
