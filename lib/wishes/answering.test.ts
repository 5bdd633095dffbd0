import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { concludeConversation } from "@/lib/conversations/conclude-conversation";
import type { TalkOutcome } from "@/lib/conversations/rules";
import { daysAfter } from "@/lib/dates";
import { testDatabase } from "@/test/database";
import { makePractice, makeStaff, trailOf } from "@/test/factories";
import { answerWishInput } from "./input";
import { answerWords } from "./sealed-words";
import { takeBackWish } from "./take-back-wish";
import {
  fates,
  makeWishing,
  metOn,
  newsOwed,
  say,
  sayYes,
  standingOf,
  type Wishing,
  wish,
  wishesOf,
} from "./wishes.fixture";

await testDatabase();
afterAll(closeDatabase);

async function concluded(wishing: Wishing, outcome: TalkOutcome) {
  const [latest] = await wishesOf(wishing);
  const conversationId = latest?.talk?.conversationId ?? "";
  await concludeConversation(wishing.made.therapist, {
    conversationIds: [conversationId],
    outcome,
    note: "",
  });
}

describe("an answer to a wish", () => {
  test("says yes from a day, is recorded, owes word of it, and places nobody before they have read it", async () => {
    const wishing = await makeWishing();
    const wishId = await wish(wishing);
    await sayYes(wishing, wishId);
    expect(await standingOf(wishing, wishId)).toBe("agreed");
    expect((await trailOf(wishing.made.practice.id)).at(-1)).toMatchObject({
      name: "platform-request.answered",
      wishId,
      decision: "yes",
    });
    expect(await newsOwed(wishing)).toHaveLength(1);
    expect(await metOn(wishing, [new Date()])).toEqual([wishing.ways.zoom]);
  });

  test("of not possible keeps why, and own words in their language", async () => {
    const wishing = await makeWishing();
    const wishId = await wish(wishing);
    const words = "Sigue siendo posible el teléfono.";
    await say(wishing, wishId, {
      decision: "not-possible",
      hindrance: "no-agreement",
      words,
      wordsLanguage: "es",
    });
    expect(await standingOf(wishing, wishId)).toBe("not-possible");
    const [answer] = (await wishesOf(wishing))[0]?.answers ?? [];
    expect(answer).toMatchObject({ hindrance: "no-agreement", wordsLanguage: "es", platformId: null });
    expect(answerWords.open(wishing.ctx, answer?.id ?? "", answer?.sealedWords ?? null)).toBe(words);
    expect(answer?.sealedWords?.toString()).not.toContain(words);
    await expect(wish(wishing)).resolves.toBeTruthy();
  });

  test("is given once, and two of them at once are one", async () => {
    const wishing = await makeWishing();
    const wishId = await wish(wishing);
    const tries = await Promise.allSettled([
      sayYes(wishing, wishId),
      say(wishing, wishId, { decision: "not-possible", hindrance: "not-offered" }),
    ]);
    expect(fates(tries)).toEqual(["already-answered-wish", "done"]);
    expect((await wishesOf(wishing))[0]?.answers).toHaveLength(1);
  });

  test("that comes after the patient took it back is refused, and says who did", async () => {
    const wishing = await makeWishing();
    const wishId = await wish(wishing);
    await takeBackWish(wishing.ctx, { wishId });
    await expect(sayYes(wishing, wishId)).rejects.toMatchObject({
      reason: "wish-taken-back",
      details: { by: "patient" },
    });
  });

  test("at the moment of taking back leaves the wish taken back, and nothing changed", async () => {
    const wishing = await makeWishing();
    const wishId = await wish(wishing);
    const tries = await Promise.allSettled([sayYes(wishing, wishId), takeBackWish(wishing.ctx, { wishId })]);
    expect(["done", "wish-taken-back"]).toContain(fates([tries[0]])[0]);
    expect(tries[1].status).toBe("fulfilled");
    expect(await standingOf(wishing, wishId)).toBe("taken-back");
    expect(await metOn(wishing, [new Date()])).toEqual([wishing.ways.zoom]);
  });

  test("is refused days that cannot be and platforms that nobody may be put on", async () => {
    const wishing = await makeWishing();
    const { day, ways } = wishing;
    const wishId = await wish(wishing, { wish: ways.other });
    const refused = (about: Partial<Parameters<typeof say>[2]>, reason: string) =>
      expect(say(wishing, wishId, { decision: "trial", ...about })).rejects.toMatchObject({ reason });
    await refused({ fromOn: day, trialUntil: daysAfter(day, 9) }, "platform-lacks-agreement");
    const onPhone = { platformId: ways.phone };
    await refused({ ...onPhone, fromOn: day, trialUntil: daysAfter(day, -1) }, "trial-ends-before-it-begins");
    await refused({ ...onPhone, fromOn: daysAfter(day, -1), trialUntil: day }, "begins-in-the-past");
    await refused(
      { ...onPhone, fromOn: day, trialUntil: day, reviewOn: daysAfter(day, -1) },
      "review-before-it-begins",
    );
    await refused({ ...onPhone, fromOn: day, trialUntil: daysAfter(day, 6 * 366) }, "day-years-away");
    await refused(
      { ...onPhone, fromOn: day, trialUntil: day, reviewOn: daysAfter(day, 6 * 366) },
      "day-years-away",
    );
    await refused(onPhone, "day-missing");
  });

  test("says what they would meet on where the wish named nothing", async () => {
    const wishing = await makeWishing();
    const wishId = await wish(wishing, { wish: "something-else", other: "By letter" });
    await expect(sayYes(wishing, wishId)).rejects.toMatchObject({ reason: "choose-platform" });
    await say(wishing, wishId, { decision: "yes", fromOn: wishing.day, platformId: wishing.ways.phone });
    expect(await standingOf(wishing, wishId)).toBe("agreed");
  });

  test("is the treating therapist's or an owner's to give, in their own practice", async () => {
    const wishing = await makeWishing();
    const wishId = await wish(wishing);
    const as = (therapist: Wishing["made"]["therapist"]) =>
      sayYes({ ...wishing, made: { ...wishing.made, therapist } }, wishId);
    await expect(as(wishing.made.office)).rejects.toMatchObject({ reason: "not-your-role" });
    const colleague = await makeStaff(wishing.made, { roles: ["therapist"] });
    await expect(as(colleague)).rejects.toHaveProperty("name", "NotFound");
    await expect(as((await makePractice()).owner)).rejects.toHaveProperty("name", "NotFound");
    await expect(as(wishing.made.owner)).resolves.toBeUndefined();
  });

  test("puts what is missing at its field", () => {
    const wishId = "019ad000-0000-7000-8000-000000000001";
    const issues = (answer: object) =>
      answerWishInput
        .safeParse({ wishId, ...answer })
        .error?.issues.map(({ path, message }) => `${path}: ${message}`);
    expect(issues({ decision: "not-possible", hindrance: "" })).toEqual(["hindrance: say-what-hinders"]);
    expect(issues({ decision: "not-possible", hindrance: "own-words" })).toEqual(["words: say-what-hinders"]);
    expect(issues({ decision: "trial", fromOn: "2026-03-02", trialUntil: "2026-03-01" })).toEqual([
      "trialUntil: trial-ends-before-it-begins",
    ]);
    expect(issues({ decision: "yes" })).toEqual(["fromOn: day-missing"]);
  });
});

describe("talking about a wish", () => {
  test("opens one conversation, and an answer may follow it", async () => {
    const wishing = await makeWishing();
    const wishId = await wish(wishing);
    await say(wishing, wishId, { decision: "talk" });
    expect(await standingOf(wishing, wishId)).toBe("talking");
    await expect(say(wishing, wishId, { decision: "talk" })).rejects.toMatchObject({
      reason: "already-talking",
    });
    await concluded(wishing, "will-be-decided");
    expect(await standingOf(wishing, wishId)).toBe("waiting");
    await sayYes(wishing, wishId);
    expect(await standingOf(wishing, wishId)).toBe("agreed");
  });

  test("that ends with nothing changed ends the wish, and another may be made at once", async () => {
    const wishing = await makeWishing();
    const wishId = await wish(wishing, { wish: "not-sure" });
    await concluded(wishing, "stays-as-it-is");
    expect(await standingOf(wishing, wishId)).toBe("stays");
    await expect(wish(wishing)).resolves.toBeTruthy();
  });

  test("cannot end as a question does", async () => {
    const wishing = await makeWishing();
    await wish(wishing, { wish: "not-sure" });
    await expect(concluded(wishing, "will-not-be-asked")).rejects.toMatchObject({
      reason: "outcome-of-another-matter",
    });
  });
});
