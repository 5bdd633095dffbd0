import { closeDatabase, connect } from "@/db/client";
import { boardPage } from "@/lib/screens/desk/board";
import { documentsPage } from "@/lib/screens/desk/documents";
import { patientPage } from "@/lib/screens/desk/patient";
import { patientsPage } from "@/lib/screens/desk/patients";
import { todayPage } from "@/lib/screens/desk/today";
import { trailPage } from "@/lib/screens/desk/trail";
import { answerPage } from "@/lib/screens/my/answer";
import { homePage } from "@/lib/screens/my/home";
import { sweeps } from "@/lib/sweeps/sweeps";
import { type Cost, costOf } from "./cost";
import { type Figure, figureOf } from "./figures";
import { type Grown, growTo, plantPractice } from "./growth-rows";
import { makeSignedInPatients } from "./practice";
import { contextOf, sayYes } from "./ready-patients";
import type { Sizes } from "./sizes";
import { unsealed } from "./waiting";

const units = ["blocks", "statements", "CPU ms"] as const;
const answers = 40;
/** As few as sealing two at once needs, so that each has its plans made and its catalogs read. */
const connections = 3;
const untilDone = new AbortController().signal;
type Step = [what: string, act: () => Promise<unknown>];

/**
 * What one practice pays as others come: blocks, statements and CPU of the database for each page, each sweep that finds
 * nothing to do, and an answer. Blocks and statements are counts, so that a busy machine changes nothing about them.
 */
export async function measureGrowth(
  superuserUrl: string,
  { practices, patients, events, looks }: Sizes["growth"],
): Promise<Figure[]> {
  const grown = await plantPractice(superuserUrl, patients, events);
  const figures: Figure[] = [];
  let have = 1;
  for (const want of practices) {
    await growTo(grown, have, want);
    have = want;
    // What autovacuum does by itself some time after so many rows were written.
    await grown.superuser.unsafe("vacuum analyze");
    await fewConnections();
    const steps = await stepsOf(grown);
    await settle(steps);
    for (const [what, act] of steps) {
      const costs: Cost[] = [];
      for (let look = 0; look < looks; look++) costs.push(await costOf(superuserUrl, act));
      figures.push(
        ...units.map((unit) =>
          figureOf(
            "growth",
            `${what}, ${unit} at ${want} practices`,
            unit,
            // A connection that has yet to read its catalogs, and a busy machine, only add.
            [Math.min(...costs.map((cost) => cost[unit]))],
          ),
        ),
      );
    }
  }
  await grown.superuser.end();
  return figures;
}

async function stepsOf({ practice }: Grown): Promise<Step[]> {
  const { office, owner } = practice;
  const asked = await makeSignedInPatients(practice, answers, practice.texts.slice(0, 2));
  const [somebody] = asked;
  const [question] = somebody?.asked ?? [];
  if (!somebody || !question) throw new Error("Nobody was asked.");
  const patient = contextOf(practice, somebody);
  const listed = { filter: "all", search: "", sort: "name", page: 1 } as const;
  const toAnswer = asked.values();
  const answer = async () => {
    const { value: next = somebody } = toAnswer.next();
    await sayYes(practice, next, next.asked.slice(0, 1));
  };
  return [
    ...sweeps.map(({ name, run }): Step => [`Sweep: ${name}`, () => run(untilDone)]),
    ["/api/ready", () => unsealed().then(() => null)],
    ["Board", () => boardPage(office, listed, "en")],
    ["Today", () => todayPage(office, "en")],
    ["Patients", () => patientsPage(office, { search: "", show: "active", after: null })],
    ["Patient at the desk", () => patientPage(office, somebody.id, "en")],
    ["Documents", () => documentsPage(owner, { search: "", page: 1 }, "en")],
    ["Trail", () => trailPage(owner, {}, "en")],
    ["Patient's home", () => homePage(patient, "en")],
    ["Question", () => answerPage(patient, question.requestId, "en")],
    ["An answer", answer],
  ];
}

/** Until there is nothing left to do for the sweeps, which stand before the answers that give them some, and what every process knows after a while is known. */
async function settle(steps: readonly Step[]) {
  for (const [, act] of steps.toReversed()) {
    while (Number(await act()) > 0);
    for (let at = 0; at < connections; at++) await act();
  }
}

async function fewConnections() {
  await closeDatabase();
  const url = process.env.DATABASE_URL ?? "";
  globalThis.candorPool = { url, sql: connect(url, { max: connections }) };
}
