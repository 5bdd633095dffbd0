import { expect, test } from "vitest";
import { NotFound } from "@/lib/errors";
import { readPractice } from "@/lib/in-practice";
import { testDatabase } from "@/test/database";
import { makePatient, makePractice, trailOf } from "@/test/factories";
import { noteFirstMeeting } from "./note-first-meeting";
import { getPatients } from "./queries";
import { whyNotMet } from "./rules";

await testDatabase();

async function makeUnmet() {
  const made = await makePractice();
  const { patient } = await makePatient(made, { unmet: true });
  const hasMet = () =>
    readPractice(made.office, async (tx) => (await getPatients(tx, made.office, [patient.id]))[0]?.hasMet);
  return { made, input: { patientId: patient.id }, hasMet };
}

test("the first meeting is noted, with its event", async () => {
  const { made, input, hasMet } = await makeUnmet();
  expect(await hasMet()).toBe(false);
  await noteFirstMeeting(made.therapist, input);
  expect(await hasMet()).toBe(true);
  expect(await trailOf(made.practice.id)).toMatchObject([
    { name: "patient.first-met", patient: input.patientId },
  ]);
});

test.each([
  ["again", { hasMet: true, isArchived: false }, "2026-01-12", "already-met"],
  ["of an archived patient", { hasMet: false, isArchived: true }, "2026-01-12", "patient-archived"],
  ["of tomorrow", { hasMet: false, isArchived: false }, "2026-01-13", "met-in-future"],
  ["of today", { hasMet: false, isArchived: false }, "2026-01-12", null],
])("a first meeting %s", (_, patient, metOn, refusal) => {
  expect(whyNotMet(patient, metOn, "2026-01-12")).toBe(refusal);
});

test("another practice does not find the patient", async () => {
  const { input } = await makeUnmet();
  const { owner } = await makePractice();
  await expect(noteFirstMeeting(owner, input)).rejects.toBeInstanceOf(NotFound);
});

test("of two at once, one notes it", async () => {
  const { made, input } = await makeUnmet();
  const both = [noteFirstMeeting(made.therapist, input), noteFirstMeeting(made.office, input)];
  const outcomes = (await Promise.allSettled(both)).map(({ status }) => status);
  expect(outcomes.toSorted()).toEqual(["fulfilled", "rejected"]);
  expect(await trailOf(made.practice.id)).toHaveLength(1);
});
