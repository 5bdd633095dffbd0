import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { NotFound } from "@/lib/errors";
import { withClock } from "@/lib/frozen-clock";
import { withdrawAnswer } from "@/lib/withdrawals/withdraw-answer";
import { testDatabase } from "@/test/database";
import { makePatient, makePractice, trailOf } from "@/test/factories";
import {
  digitsOf,
  makeAgreed,
  makeAskedInWriting,
  missTwice,
  otherThan,
  passAccessTest,
  routeOf,
} from "./access-tests.fixture";
import { allowNewAccessTest } from "./allow-new-access-test";
import { beginAccessTest } from "./begin-access-test";
import { giveUpAccessTest } from "./give-up-access-test";
import { typedDigits } from "./input";
import { tryAccessTest } from "./try-access-test";

await testDatabase();
afterAll(closeDatabase);

const day = 86_400_000;
const namesOf = async (practiceId: string) => (await trailOf(practiceId)).map(({ name }) => name);

describe("beginning a test", () => {
  test("seals four digits of its own, and is recorded", async () => {
    const { made, ctx, about } = await makeAgreed();
    const { testId } = await beginAccessTest(ctx, about);
    expect(await digitsOf(ctx, testId)).toMatch(/^\d{4}$/);
    expect((await trailOf(made.practice.id)).at(-1)).toMatchObject({ name: "access-test.begun", testId });
  });

  test("gives a sample that waits again, and after a day a new one", async () => {
    const { ctx, about } = await makeAgreed();
    const first = await beginAccessTest(ctx, about);
    expect(await beginAccessTest(ctx, about)).toEqual(first);
    const later = await withClock(new Date(Date.now() + 2 * day), () => beginAccessTest(ctx, about));
    expect(later).not.toEqual(first);
  });

  test("is refused before they agreed, after it opened, and on paper", async () => {
    const asked = await makeAskedInWriting();
    const early = beginAccessTest(asked.ctx, { patientId: asked.patient.id });
    await expect(early).rejects.toMatchObject({ reason: "electronic-records-first" });
    const { ctx, about, agreementId } = await makeAgreed();
    await passAccessTest(ctx, about.patientId);
    await expect(beginAccessTest(ctx, about)).rejects.toMatchObject({ reason: "nothing-to-test" });
    await withdrawAnswer(ctx, { answerId: agreementId, itemIds: null });
    await expect(beginAccessTest(ctx, about)).rejects.toMatchObject({ reason: "paper-route" });
  });

  test("is not found for another patient or practice", async () => {
    const { about } = await makeAgreed();
    const { ctx } = await makePatient(await makePractice());
    await expect(beginAccessTest(ctx, about)).rejects.toBeInstanceOf(NotFound);
  });

  test("twice at once makes one sample", async () => {
    const { made, ctx, about } = await makeAgreed();
    const [one, other] = await Promise.all([beginAccessTest(ctx, about), beginAccessTest(ctx, about)]);
    expect(one).toEqual(other);
    expect((await namesOf(made.practice.id)).filter((name) => name === "access-test.begun")).toHaveLength(1);
  });
});

describe("typing the digits", () => {
  test("passes with those of the sample, and is recorded", async () => {
    const { made, ctx, about } = await makeAgreed();
    expect(await routeOf(ctx, about.patientId)).toBe("test-first");
    const testId = await passAccessTest(ctx, about.patientId);
    expect(await routeOf(ctx, about.patientId)).toBe("electronic");
    expect(await routeOf(made.office, about.patientId)).toBe("electronic");
    expect((await trailOf(made.practice.id)).at(-1)).toMatchObject({ name: "access-test.passed", testId });
  });

  test("misses with others, which is kept although it is refused", async () => {
    const { made, ctx, about } = await makeAgreed();
    const { testId } = await beginAccessTest(ctx, about);
    const wrong = { testId, digits: await otherThan(ctx, testId) };
    await expect(tryAccessTest(ctx, wrong)).rejects.toMatchObject({ reason: "digits-differ" });
    expect(await routeOf(ctx, about.patientId)).toBe("test-first");
    await expect(tryAccessTest(ctx, wrong)).rejects.toMatchObject({ reason: "access-test-over" });
    expect(await routeOf(ctx, about.patientId)).toBe("paper");
    const right = { testId, digits: await digitsOf(ctx, testId) };
    await expect(tryAccessTest(ctx, right)).rejects.toMatchObject({ reason: "access-test-over" });
    const missed = (await namesOf(made.practice.id)).filter((name) => name === "access-test.missed");
    expect(missed).toHaveLength(2);
  });

  test("is not found for somebody else, also of the same practice", async () => {
    const { made, ctx, about } = await makeAgreed();
    const { testId } = await beginAccessTest(ctx, about);
    const typed = { testId, digits: await digitsOf(ctx, testId) };
    const neighbour = await makePatient(made);
    await expect(tryAccessTest(neighbour.ctx, typed)).rejects.toBeInstanceOf(NotFound);
    const stranger = await makePatient(await makePractice());
    await expect(tryAccessTest(stranger.ctx, typed)).rejects.toBeInstanceOf(NotFound);
    await expect(giveUpAccessTest(stranger.ctx, { testId })).rejects.toBeInstanceOf(NotFound);
  });

  test("twice at once passes once", async () => {
    const { made, ctx, about } = await makeAgreed();
    const { testId } = await beginAccessTest(ctx, about);
    const typed = { testId, digits: await digitsOf(ctx, testId) };
    await Promise.all([tryAccessTest(ctx, typed), tryAccessTest(ctx, typed)]);
    expect((await namesOf(made.practice.id)).filter((name) => name === "access-test.passed")).toHaveLength(1);
  });

  test.each([
    ["1234", "1234"],
    [" 1 2 3 4 ", "1234"],
    ["12\u00a034", "1234"],
    ["123", null],
    ["12345", null],
    ["12a4", null],
    ["", null],
  ])("%j is read as %j", (typed, digits) => {
    const read = typedDigits.safeParse(typed);
    expect(read.success ? read.data : null).toBe(digits);
  });
});

describe("seeing nothing", () => {
  test("leads to paper at once, and is recorded once however often it is pressed", async () => {
    const { made, ctx, about } = await makeAgreed();
    const { testId } = await beginAccessTest(ctx, about);
    await Promise.all([giveUpAccessTest(ctx, { testId }), giveUpAccessTest(ctx, { testId })]);
    expect(await routeOf(ctx, about.patientId)).toBe("paper");
    expect((await namesOf(made.practice.id)).filter((name) => name === "access-test.missed")).toHaveLength(1);
  });

  test("changes nothing once it has opened", async () => {
    const { ctx, about } = await makeAgreed();
    const testId = await passAccessTest(ctx, about.patientId);
    await giveUpAccessTest(ctx, { testId });
    expect(await routeOf(ctx, about.patientId)).toBe("electronic");
  });
});

describe("another try in the room", () => {
  test("is allowed by the practice after two misses, and is recorded", async () => {
    const { made, ctx, about } = await makeAgreed();
    await missTwice(ctx, about.patientId);
    const { testId } = await allowNewAccessTest(made.therapist, about);
    expect((await trailOf(made.practice.id)).at(-1)).toMatchObject({ name: "access-test.begun", testId });
    expect(await routeOf(ctx, about.patientId)).toBe("test-first");
    expect(await beginAccessTest(ctx, about)).toEqual({ testId });
    await tryAccessTest(ctx, { testId, digits: await digitsOf(ctx, testId) });
    expect(await routeOf(ctx, about.patientId)).toBe("electronic");
  });

  test("is refused while one can be tried, and not found elsewhere", async () => {
    const { made, ctx, about } = await makeAgreed();
    const none = allowNewAccessTest(made.therapist, about);
    await expect(none).rejects.toMatchObject({ reason: "access-test-open" });
    await missTwice(ctx, about.patientId);
    const { owner } = await makePractice();
    await expect(allowNewAccessTest(owner, about)).rejects.toBeInstanceOf(NotFound);
    const both = [allowNewAccessTest(made.therapist, about), allowNewAccessTest(made.office, about)];
    const outcomes = (await Promise.allSettled(both)).map(({ status }) => status);
    expect(outcomes.toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});
