import { answerRequest } from "@/lib/answers/answer-request";
import type { PatientContext } from "@/lib/context";
import type { ShownVersion } from "@/lib/disclosures/queries";
import { digitsOf } from "@/lib/electronic-records/access-tests.fixture";
import { beginAccessTest } from "@/lib/electronic-records/begin-access-test";
import { openSample } from "@/lib/electronic-records/open-sample";
import { tryAccessTest } from "@/lib/electronic-records/try-access-test";
import { type Asked, type BenchPractice, makeSignedInPatients, type SignedInPatient } from "./practice";
import { untilSamplesAreDrawn } from "./waiting";

/**
 * Patients as they are when the rest of their sitting can be answered: they agreed to electronic records and opened the
 * sample that the worker drew for each. What they are still asked for are these texts.
 */
export async function makeReadyPatients(
  practice: BenchPractice,
  count: number,
  texts: readonly ShownVersion[],
): Promise<SignedInPatient[]> {
  const agreement = practice.texts.filter(({ kind }) => kind === "electronic-records-consent");
  const people = await makeSignedInPatients(practice, count, [...agreement, ...texts]);
  const ready = people.map((one) => ({ ...one, asked: one.asked.slice(agreement.length) }));
  for (const one of people) await sayYes(practice, one, one.asked.slice(0, agreement.length));

  const samples = [];
  for (const one of people) {
    const ctx = contextOf(practice, one);
    samples.push({ ctx, ...(await beginAccessTest(ctx, { patientId: one.id })) });
  }
  await untilSamplesAreDrawn();
  for (const { ctx, testId } of samples) {
    await openSample(ctx, testId);
    await tryAccessTest(ctx, { testId, digits: await digitsOf(ctx, testId) });
  }
  return ready;
}

/** Yes to every use of what they were asked, as fast as the operation goes. */
export async function sayYes(practice: BenchPractice, patient: SignedInPatient, asked: readonly Asked[]) {
  const ctx = contextOf(practice, patient);
  for (const { requestId, text } of asked) {
    const { id: versionId, language, textSha256, items } = text;
    const answers = Object.fromEntries(items.map(({ id }) => [id, "yes" as const]));
    const shown = { requestId, versionId, language, textSha256, answers };
    await answerRequest(ctx, { ...shown, printedName: patient.legalName, mark: null });
  }
}

export function contextOf(
  { practice }: BenchPractice,
  { id, userId }: Pick<SignedInPatient, "id" | "userId">,
): PatientContext {
  return {
    kind: "patient",
    practiceId: practice.id,
    userId,
    patientIds: [id],
    route: "portal",
    arrival: { ip: null, userAgent: null, authentication: "email-link", authenticatedAt: new Date() },
  };
}
