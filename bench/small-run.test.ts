import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { sealOwedDocuments } from "@/lib/documents/seal-owed-documents";
import { drawOwedTests } from "@/lib/electronic-records/draw-owed-tests";
import { answerPage } from "@/lib/screens/my/answer";
import { ownDatabase } from "@/test/database";
import { type Question, questionsOfSittings } from "./answering";
import { fullBoard, readBoard } from "./board";
import { questionsAboutRecording } from "./copy-ready";
import type { Figure } from "./figures";
import type { Installation } from "./installation";
import { type BenchPractice, makeBenchPractice } from "./practice";
import { measurePublishing } from "./publishing";
import { contextOf, sayYes } from "./ready-patients";
import { measureSealing } from "./sealing";
import { small } from "./sizes";
import { measureTrail } from "./trail";

await ownDatabase();

/** The worker, in this process: sealing and samples are what measurements wait for. */
const stopping = new AbortController();
const working = keepWorking();
let practice: BenchPractice;
beforeAll(async () => {
  practice = await makeBenchPractice("Small");
});
afterAll(async () => {
  stopping.abort();
  await working;
  await closeDatabase();
});

test.each<[string, () => Promise<Question[]>, number]>([
  ["answering", () => questionsOfSittings(practice, 1), 4],
  ["a copy, and the answering page", () => questionsAboutRecording(practice, 1), 1],
])("whoever is asked to measure %s can answer", async (_, ask, count) => {
  const questions = await ask();
  expect(questions).toHaveLength(count);
  for (const { patient, asked } of questions) {
    const page = await answerPage(contextOf(practice, patient), asked.requestId, "en");
    expect(page).toMatchObject({ refusal: null, route: "electronic" });
    await sayYes(practice, patient, [asked]);
  }
});

test.each<[string, () => Promise<Figure[]>]>([
  ["sealing", () => measureSealing(idle, practice, small.sealing)],
  ["publishing", () => measurePublishing(small.publishing)],
  ["the trail", () => measureTrail(small.trail)],
])("%s can be measured", async (_, measure) => {
  const figures = await measure();
  expect(figures).not.toEqual([]);
  expect(figures.filter(({ samples, median }) => samples === 0 || !Number.isFinite(median))).toEqual([]);
});

test("the board of those it is measured with can be read", async () => {
  const { patients, looks } = small.board;
  expect(await readBoard(await fullBoard(patients), looks)).toHaveLength(looks);
});

const none = { cpuSeconds: 0, residentMb: 0 };
const idle: Installation = {
  origin: "",
  start: async () => 0,
  stop: async () => {},
  usage: () => ({ web: none, worker: none, supervisor: none, postgres: none }),
};

async function keepWorking() {
  const { signal } = stopping;
  while (!signal.aborted) {
    const done = [await drawOwedTests(signal), await sealOwedDocuments(signal)];
    if (done.every((count) => count === 0)) await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
