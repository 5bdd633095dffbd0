import postgres from "postgres";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { listOpenConversations } from "@/lib/conversations/queries";
import { daysAfter } from "@/lib/dates";
import { readPractice } from "@/lib/in-practice";
import { leavePlatform } from "@/lib/platforms/leave-platform";
import { testDatabase } from "@/test/database";
import { makePatient, makePractice, trailOf } from "@/test/factories";
import { makeWishInput } from "./input";
import { takeBackWish } from "./take-back-wish";
import { fates, makeWishing, metOn, newsOwed, propose, standingOf, wish, wishesOf } from "./wishes.fixture";

const { superuserUrl } = await testDatabase();
afterAll(closeDatabase);

describe("a patient who would rather meet another way", () => {
  test("says so, it is recorded, and nothing is changed by it", async () => {
    const wishing = await makeWishing();
    const wishId = await wish(wishing, { reason: "Canary 71 my sister listens" });
    expect(await standingOf(wishing, wishId)).toBe("waiting");
    expect((await trailOf(wishing.made.practice.id)).at(-1)).toMatchObject({
      name: "platform-request.made",
      wishId,
      wish: "platform",
    });
    expect(await metOn(wishing, [new Date()])).toEqual([wishing.ways.zoom]);
    expect(JSON.stringify(await trailOf(wishing.made.practice.id))).not.toContain("Canary");
  });

  test("gives a reason that no copy of the database gives away", async () => {
    const wishing = await makeWishing();
    const canary = "Canary 52 her own words";
    await wish(wishing, { wish: "something-else", other: canary, reason: canary });
    const sql = postgres(superuserUrl, { max: 1 });
    const rows = await sql`select w::text as row from wishes w`;
    await sql.end({ timeout: 5 });
    expect(JSON.stringify(rows)).not.toContain(canary);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(canary).toString("hex"));
  });

  test("who is not sure talks about it at once", async () => {
    const wishing = await makeWishing();
    const wishId = await wish(wishing, { wish: "not-sure" });
    expect(await standingOf(wishing, wishId)).toBe("talking");
    const { owner } = wishing.made;
    const [talk] = await readPractice(owner, (tx) => listOpenConversations(tx, owner));
    expect(talk).toMatchObject({ wishId, requestId: null, disclosureId: null });
    await takeBackWish(wishing.ctx, { wishId });
    expect(await readPractice(owner, (tx) => listOpenConversations(tx, owner))).toEqual([]);
  });

  test("has one wish open at a time, also when pressed twice at once", async () => {
    const wishing = await makeWishing();
    const tries = await Promise.allSettled([wish(wishing), wish(wishing)]);
    expect(fates(tries)).toEqual(["already-wanting", "done"]);
    expect(await wishesOf(wishing)).toHaveLength(1);
  });

  test("is told where they meet already, what the practice left, and what it never listed", async () => {
    const wishing = await makeWishing();
    const { ways, made } = wishing;
    await expect(wish(wishing, { wish: ways.zoom })).rejects.toMatchObject({
      reason: "already-meeting-there",
    });
    await leavePlatform(made.owner, { platformId: ways.other, why: "Too slow" });
    await expect(wish(wishing, { wish: ways.other })).rejects.toMatchObject({ reason: "platform-left" });
    const unknown = wish(wishing, { wish: wishing.patient.id });
    await expect(unknown).rejects.toMatchObject({ reason: "platform-unknown" });
    expect(await wishesOf(wishing)).toEqual([]);
  });

  test("is somebody in care, and nobody else's patient", async () => {
    const wishing = await makeWishing();
    const { patient, ctx } = await makePatient(wishing.made, { archived: true });
    const past = wish({ ...wishing, patient, ctx });
    await expect(past).rejects.toMatchObject({ reason: "patient-archived-no-wish" });
    const stranger = await makePatient(await makePractice());
    await expect(wish({ ...wishing, ctx: stranger.ctx })).rejects.toHaveProperty("name", "NotFound");
    const neighbour = await makePatient(wishing.made);
    await expect(wish({ ...wishing, ctx: neighbour.ctx })).rejects.toHaveProperty("name", "NotFound");
  });

  test("says what else they mean, and need not say why", () => {
    const asked = { patientId: "019ad000-0000-7000-8000-000000000001", wish: "something-else", other: " " };
    const { error } = makeWishInput.safeParse(asked);
    expect(error?.issues).toMatchObject([{ path: ["other"], message: "say-what-else" }]);
    const said = makeWishInput.parse({ ...asked, other: "By letter" });
    expect(said).toMatchObject({ other: "By letter", reason: null, next: null });
  });
});

describe("a therapist who proposes another way", () => {
  test("has answered with it, and the patient gets word that leads to their page", async () => {
    const wishing = await makeWishing();
    const wishId = await propose(wishing, { decision: "trial", trialUntil: daysAfter(wishing.day, 14) });
    expect(await standingOf(wishing, wishId)).toBe("agreed");
    expect(await newsOwed(wishing)).toEqual([`/my/${wishing.made.practice.slug}/platform`]);
    const names = (await trailOf(wishing.made.practice.id)).map(({ name }) => name);
    expect(names.slice(-2)).toEqual(["platform-request.made", "platform-request.answered"]);
    expect(await metOn(wishing, [new Date()])).toEqual([wishing.ways.zoom]);
  });

  test("is refused what cannot be, and finds no patient of another practice", async () => {
    const wishing = await makeWishing();
    const { ways, day, made } = wishing;
    const refused = (about: Parameters<typeof propose>[1], reason: string) =>
      expect(propose(wishing, about)).rejects.toMatchObject({ reason });
    await refused({ platformId: ways.other }, "platform-lacks-agreement");
    await refused({ platformId: ways.zoom }, "platform-lacks-agreement");
    await refused({ fromOn: daysAfter(day, -1) }, "begins-in-the-past");
    await refused({ fromOn: daysAfter(day, 6 * 366) }, "day-years-away");
    const trial = { decision: "trial" as const, trialUntil: daysAfter(day, 3) };
    await refused({ ...trial, fromOn: daysAfter(day, 4) }, "trial-ends-before-it-begins");
    await refused({ reviewOn: daysAfter(day, -1) }, "review-before-it-begins");
    await expect(propose({ ...wishing, made: { ...made, therapist: made.office } })).rejects.toMatchObject({
      reason: "not-your-role",
    });
    const other = await makePractice();
    await expect(propose({ ...wishing, made: other })).rejects.toHaveProperty("name", "NotFound");
    await wish(wishing);
    await refused({ platformId: ways["in-person"] }, "already-wanting");
  });

  test("and the patient who wishes at the same moment have one wish between them", async () => {
    const wishing = await makeWishing();
    const tries = await Promise.allSettled([propose(wishing), wish(wishing)]);
    expect(fates(tries)).toEqual(["already-wanting", "done"]);
  });
});
