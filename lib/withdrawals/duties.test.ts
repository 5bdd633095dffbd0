import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { answerRequest } from "@/lib/answers/answer-request";
import { makeAsked } from "@/lib/consents/consents.fixture";
import { daysAfter, today } from "@/lib/dates";
import { completeDuty } from "@/lib/duties/complete-duty";
import { listDutiesOfPatient, listOpenDuties, listPromises } from "@/lib/duties/queries";
import { openDutyNote } from "@/lib/duties/sealed-note";
import { NotFound } from "@/lib/errors";
import { readPractice } from "@/lib/in-practice";
import { testDatabase } from "@/test/database";
import { makePractice, trailOf } from "@/test/factories";
import { withdrawAnswer } from "./withdraw-answer";

await testDatabase();
afterAll(closeDatabase);

/** Somebody who took back all of their recording consent. */
async function makeOwed() {
  const asked = await makeAsked();
  const { made, ctx, input, patient } = asked;
  const { answerId } = await answerRequest(ctx, input);
  const { withdrawalId } = await withdrawAnswer(ctx, { answerId, itemIds: null });
  const open = () => readPractice(made.therapist, (tx) => listOpenDuties(tx, made.therapist));
  const day = today(new Date(), made.practice.timeZone);
  return { made, ctx, patient, withdrawalId, open, day };
}

describe("a withdrawal", () => {
  test("leaves duties to who treats the patient, due by the practice's calendar, each with its event", async () => {
    const { made, open, day, withdrawalId, patient } = await makeOwed();
    expect(await open()).toMatchObject([
      {
        kind: "stop-recording",
        dueOn: daysAfter(day, 1),
        ownerId: made.therapist.staffId,
        legalName: patient.legalName,
      },
      { kind: "decide-recordings", dueOn: daysAfter(day, 7), ownerId: made.therapist.staffId },
    ]);
    expect((await trailOf(made.practice.id)).slice(-3)).toMatchObject([
      { name: "consent.withdrawn", withdrawalId },
      { name: "duty.owed", withdrawalId, kind: "stop-recording", patient: patient.id },
      { name: "duty.owed", withdrawalId, kind: "decide-recordings" },
    ]);
  });

  test("tells its patient what the practice does by when, and nobody else's patient", async () => {
    const { ctx, withdrawalId, day } = await makeOwed();
    const promised = await readPractice(ctx, (tx) => listPromises(tx, ctx, [withdrawalId]));
    expect(promised).toMatchObject([
      { dueOn: daysAfter(day, 1), doneAt: null },
      { kind: "decide-recordings" },
    ]);
    const other = await makeOwed();
    expect(await readPractice(other.ctx, (tx) => listPromises(tx, other.ctx, [withdrawalId]))).toEqual([]);
  });
});

describe("a duty", () => {
  test("that is done leaves the open ones, keeps its sealed note, and is told of", async () => {
    const { made, open, patient } = await makeOwed();
    const [first] = await open();
    await completeDuty(made.office, { dutyIds: [first?.id ?? ""], note: "Switched off in every room." });
    expect(await open()).toMatchObject([{ kind: "decide-recordings" }]);
    const all = await readPractice(made.owner, (tx) => listDutiesOfPatient(tx, made.owner, patient.id));
    const done = all.find(({ id }) => id === first?.id);
    expect(done).toMatchObject({ doneBy: made.office.staffId, doneAt: expect.any(Date) });
    expect(String(done?.sealedNote)).not.toContain("Switched");
    const note = openDutyNote(made.owner, done?.completionId ?? "", done?.sealedNote ?? null);
    expect(note).toEqual({ words: "Switched off in every room." });
    expect(openDutyNote(made.owner, first?.id ?? "", done?.sealedNote ?? null)).toBe("altered");
    expect((await trailOf(made.practice.id)).at(-1)).toMatchObject({
      name: "duty.done",
      dutyId: first?.id,
      kind: "stop-recording",
    });
  });

  test("cannot be done twice", async () => {
    const { made, open } = await makeOwed();
    const [first] = await open();
    await completeDuty(made.therapist, { dutyIds: [first?.id ?? ""] });
    const again = completeDuty(made.owner, { dutyIds: [first?.id ?? ""] });
    await expect(again).rejects.toMatchObject({ reason: "duty-done" });
  });

  test("is done with others of the same patient, all of them or none", async () => {
    const [one, other] = [await makeOwed(), await makeOwed()];
    const ids = (await one.open()).map(({ id }) => id);
    const [foreign] = await other.open();
    const mixed = completeDuty(one.made.therapist, { dutyIds: [...ids, foreign?.id ?? ""] });
    await expect(mixed).rejects.toBeInstanceOf(NotFound);
    await completeDuty(one.made.therapist, { dutyIds: ids.slice(0, 1) });
    const again = completeDuty(one.made.therapist, { dutyIds: ids });
    await expect(again).rejects.toMatchObject({ reason: "duty-done" });
    expect(await one.open()).toHaveLength(ids.length - 1);
    await completeDuty(one.made.therapist, { dutyIds: ids.slice(1) });
    expect(await one.open()).toEqual([]);
  });

  test("of two who do it at once, one notes it", async () => {
    const { made, open } = await makeOwed();
    const dutyId = (await open())[0]?.id ?? "";
    const both = [
      completeDuty(made.therapist, { dutyIds: [dutyId] }),
      completeDuty(made.office, { dutyIds: [dutyId] }),
    ];
    const outcomes = (await Promise.allSettled(both)).map(({ status }) => status);
    expect(outcomes.toSorted()).toEqual(["fulfilled", "rejected"]);
    const told = (await trailOf(made.practice.id)).filter(({ name }) => name === "duty.done");
    expect(told).toHaveLength(1);
  });

  test("of another practice is not found", async () => {
    const { open } = await makeOwed();
    const { owner } = await makePractice();
    const tried = completeDuty(owner, { dutyIds: [(await open())[0]?.id ?? ""] });
    await expect(tried).rejects.toBeInstanceOf(NotFound);
  });
});
