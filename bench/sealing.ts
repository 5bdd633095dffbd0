import { cpuDuring, cpuFigures } from "./cpu";
import { type Figure, figureOf } from "./figures";
import type { Installation } from "./installation";
import type { BenchPractice } from "./practice";
import { makeReadyPatients, sayYes } from "./ready-patients";
import { measureSealingSteps } from "./sealing-steps";
import type { Sizes } from "./sizes";
import { unsealed, untilNothingWaits } from "./waiting";

/** One worker against a heap of answers: the answers are given as fast as the operation goes, then it works alone. */
export async function measureSealing(
  installation: Installation,
  practice: BenchPractice,
  { before, patients, rounds, ...steps }: Sizes["sealing"],
): Promise<Figure[]> {
  await answerForAll(practice, before);
  await untilNothingWaits();
  const runs = [];
  for (let round = 0; round < rounds; round++) {
    await answerForAll(practice, patients);
    const waiting = await unsealed();
    const began = performance.now();
    const { cpu } = await cpuDuring(installation, untilNothingWaits);
    runs.push({ cpu, operations: waiting, seconds: (performance.now() - began) / 1_000 });
  }
  const rates = runs.map(({ operations, seconds }) => operations / seconds);
  return [
    figureOf("sealing", "Documents sealed by one worker", "/s", rates, { atLeast: 10 }),
    ...cpuFigures("sealing", "sealing a document", runs, ["worker", "postgres"]),
    ...(await measureSealingSteps(practice, steps)),
  ];
}

/** What a new patient of the demo is asked, yes to everything. */
async function answerForAll(practice: BenchPractice, patients: number) {
  const people = await makeReadyPatients(practice, patients, practice.texts.slice(1));
  for (const one of people) await sayYes(practice, one, one.asked);
}
