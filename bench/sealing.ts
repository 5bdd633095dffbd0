import { answerRequest } from "@/lib/answers/answer-request";
import type { PatientContext } from "@/lib/context";
import { cpuDuring, cpuFigures } from "./cpu";
import { type Figure, figureOf } from "./figures";
import type { Installation } from "./installation";
import { type BenchPractice, makeSignedInPatients } from "./practice";
import { measureSealingSteps } from "./sealing-steps";
import { unsealed, untilNothingWaits } from "./waiting";

const patientsInARound = 20;
const rounds = 3;

/** One worker against a heap of answers: the answers are given as fast as the operation goes, then it works alone. */
export async function measureSealing(installation: Installation, practice: BenchPractice): Promise<Figure[]> {
  await answerForAll(practice, 2);
  await untilNothingWaits();
  const runs = [];
  for (let round = 0; round < rounds; round++) {
    await answerForAll(practice, patientsInARound);
    const waiting = await unsealed();
    const began = performance.now();
    const { cpu } = await cpuDuring(installation, untilNothingWaits);
    runs.push({ cpu, operations: waiting, seconds: (performance.now() - began) / 1_000 });
  }
  const rates = runs.map(({ operations, seconds }) => operations / seconds);
  return [
    figureOf("sealing", "Documents sealed by one worker", "/s", rates, { atLeast: 10 }),
    ...cpuFigures("sealing", "sealing a document", runs, ["worker", "postgres"]),
    ...(await measureSealingSteps(practice)),
  ];
}

/** The six texts of the demo each, yes to everything. */
export async function answerForAll(practice: BenchPractice, patients: number): Promise<string[]> {
  const people = await makeSignedInPatients(practice, patients, practice.texts);
  const answerIds: string[] = [];
  for (const { id, userId, legalName, asked } of people) {
    const ctx: PatientContext = {
      ...{ kind: "patient", practiceId: practice.practice.id, userId, patientIds: [id], route: "portal" },
      arrival: { ip: null, userAgent: null, authentication: "email-link", authenticatedAt: new Date() },
    };
    for (const { requestId, text } of asked) {
      const { id: versionId, language, textSha256, items } = text;
      const answers = Object.fromEntries(items.map((item) => [item.id, "yes" as const]));
      const shown = { requestId, versionId, language, textSha256, answers };
      const { answerId } = await answerRequest(ctx, { ...shown, printedName: legalName, mark: null });
      answerIds.push(answerId);
    }
  }
  return answerIds;
}
