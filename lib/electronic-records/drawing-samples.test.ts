import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { systemContext } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import { renderSample } from "@/lib/paper/sample";
import { fileIn, lacks, newFolder, run } from "@/lib/seal/foreign-tools.fixture";
import { ownDatabase } from "@/test/database";
import { makePatient, makePractice } from "@/test/factories";
import { digitsOf, makeAgreed } from "./access-tests.fixture";
import { beginAccessTest } from "./begin-access-test";
import { drawAccessTest } from "./draw-access-test";
import { drawOwedTests } from "./draw-owed-tests";
import { openSample } from "./open-sample";

const { asSuperuser } = await ownDatabase();
afterAll(closeDatabase);

const signal = new AbortController().signal;
const textOf = (bytes: Buffer) =>
  run("pdftotext", ["-layout", fileIn(newFolder(), "sample.pdf", bytes), "-"]).output;

test("the sample is drawn once, and shows the digits of its test to the one person it is for", async (t) => {
  const { made, ctx, about } = await makeAgreed();
  const { testId } = await beginAccessTest(ctx, about);
  await expect(openSample(ctx, testId)).rejects.toBeInstanceOf(NotFound);
  expect(await drawOwedTests(signal)).toBe(1);
  expect(await drawOwedTests(signal)).toBe(0);
  const { bytes, called } = await openSample(ctx, testId);
  expect(called).toMatch(/^(Sample|Muestra)_.+_\d{4}-\d\d-\d\d\.pdf$/);
  expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");

  const neighbour = await makePatient(made);
  await expect(openSample(neighbour.ctx, testId)).rejects.toBeInstanceOf(NotFound);
  const stranger = await makePatient(await makePractice());
  await expect(openSample(stranger.ctx, testId)).rejects.toBeInstanceOf(NotFound);
  await expect(openSample({ ...ctx, patientIds: [] }, testId)).rejects.toBeInstanceOf(NotFound);

  if (lacks("pdftotext")) return t.skip("pdftotext is not installed");
  const shown = textOf(bytes);
  expect(shown.replace(/\s/g, "")).toContain(await digitsOf(ctx, testId));
  expect(shown).toContain("There is nothing to sign here");
});

test("two workers at once draw one sample", async () => {
  const { made, ctx, about } = await makeAgreed();
  const { testId } = await beginAccessTest(ctx, about);
  const worker = systemContext(made.practice.id, "worker");
  const drawn = await Promise.all([drawAccessTest(worker, testId), drawAccessTest(worker, testId)]);
  expect(drawn.toSorted()).toEqual(["drawn", "left"]);
});

test("a sample that was altered is kept back", async () => {
  const { ctx, about } = await makeAgreed();
  const { testId } = await beginAccessTest(ctx, about);
  await drawOwedTests(signal);
  await asSuperuser(`update access_test_files set sealed = '\\x00' where test_id = '${testId}'`);
  await expect(openSample(ctx, testId)).rejects.toMatchObject({ reason: "document-damaged" });
});

test.each([
  ["en", "The four digits"],
  ["es", "Las cuatro cifras"],
] as const)("in %s it says what it is and what to do, on one page", async (language, words) => {
  const practice = { name: "Consulta Łukasz", phone: "(555) 010-0100", timeZone: "Europe/Madrid" };
  const bytes = await renderSample({
    practice,
    language,
    digits: "0718",
    at: new Date("2026-03-02T10:00:00Z"),
  });
  expect(bytes.toString("latin1").match(/\/Type \/Page\b/g)).toHaveLength(1);
  if (lacks("pdftotext")) return;
  expect(textOf(bytes)).toContain(words);
  expect(textOf(bytes)).toContain("Consulta Łukasz");
  expect(textOf(bytes).replace(/\s/g, "")).toContain("0718");
});
