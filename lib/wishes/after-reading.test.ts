import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { daysAfter, startOfDay } from "@/lib/dates";
import { withClock } from "@/lib/frozen-clock";
import { leavePlatform } from "@/lib/platforms/leave-platform";
import { testDatabase } from "@/test/database";
import { makePractice, trailOf } from "@/test/factories";
import { goBack } from "./go-back";
import { keepPlatform } from "./keep-platform";
import {
  fates,
  makeWishing,
  metOn,
  newsOwed,
  read,
  say,
  sayYes,
  standingOf,
  type Wishing,
  wish,
} from "./wishes.fixture";

await testDatabase();
afterAll(closeDatabase);

const namesOf = async ({ made }: Wishing) => (await trailOf(made.practice.id)).map(({ name }) => name);
const inDays = ({ day, made }: Wishing, days: number) =>
  startOfDay(daysAfter(day, days), made.practice.timeZone);

async function onTrial(wishing: Wishing, days = 14) {
  const wishId = await wish(wishing);
  const { day } = wishing;
  await say(wishing, wishId, {
    decision: "trial",
    fromOn: day,
    trialUntil: daysAfter(day, days),
    reviewOn: day,
  });
  await read(wishing.ctx, wishId);
  return wishId;
}

describe("a trial", () => {
  test("is what they meet on to the end of its last day, and then by itself no longer", async () => {
    const wishing = await makeWishing();
    const wishId = await onTrial(wishing, 14);
    expect(await standingOf(wishing, wishId)).toBe("in-trial");
    const { phone, zoom } = wishing.ways;
    const lastMoment = new Date(inDays(wishing, 15).getTime() - 1);
    expect(await metOn(wishing, [new Date(), lastMoment, inDays(wishing, 15)])).toEqual([phone, phone, zoom]);
    await withClock(inDays(wishing, 15), async () =>
      expect(await standingOf(wishing, wishId)).toBe("trial-over"),
    );
  });

  test("is kept by the patient without an end, or by the practice with word to the patient", async () => {
    const wishing = await makeWishing();
    const wishId = await onTrial(wishing);
    await keepPlatform(wishing.ctx, { wishId, seen: "in-trial" });
    expect(await standingOf(wishing, wishId)).toBe("kept");
    expect((await namesOf(wishing)).slice(-2)).toEqual(["platform-request.kept", "patient.placed"]);
    expect(await metOn(wishing, [inDays(wishing, 30)])).toEqual([wishing.ways.phone]);
    expect(await newsOwed(wishing)).toHaveLength(1);

    const other = await makeWishing();
    const theirs = await onTrial(other);
    await keepPlatform(other.made.therapist, { wishId: theirs, seen: "in-trial" });
    expect(await newsOwed(other)).toHaveLength(2);
  });

  test("is kept after it was over, unless nobody may be put there any more", async () => {
    const wishing = await makeWishing();
    const wishId = await onTrial(wishing, 1);
    await withClock(inDays(wishing, 3), async () => {
      await leavePlatform(wishing.made.owner, { platformId: wishing.ways.phone, why: "No line" });
      const kept = keepPlatform(wishing.ctx, { wishId, seen: "trial-over" });
      await expect(kept).rejects.toMatchObject({ reason: "platform-left" });
    });
    const other = await makeWishing();
    const theirs = await onTrial(other, 1);
    await withClock(inDays(other, 3), async () => {
      await keepPlatform(other.made.therapist, { wishId: theirs, seen: "trial-over" });
      expect(await standingOf(other, theirs)).toBe("kept");
    });
    expect(await metOn(other, [inDays(other, 2), inDays(other, 4)])).toEqual([
      other.ways.zoom,
      other.ways.phone,
    ]);
  });

  test("that is over is left as it was, with nothing to place", async () => {
    const wishing = await makeWishing();
    const wishId = await onTrial(wishing, 1);
    await withClock(inDays(wishing, 3), () => goBack(wishing.ctx, { wishId, seen: "trial-over" }));
    expect(await standingOf(wishing, wishId)).toBe("gone-back");
    expect((await namesOf(wishing)).filter((name) => name === "patient.placed")).toHaveLength(1);
  });
});

describe("going back", () => {
  test.each(["patient", "practice"] as const)(
    "is one press of the %s, and what counted before counts",
    async (side) => {
      const wishing = await makeWishing();
      const wishId = await wish(wishing);
      await sayYes(wishing, wishId);
      await read(wishing.ctx, wishId);
      expect(await metOn(wishing, [new Date()])).toEqual([wishing.ways.phone]);
      const ctx = side === "patient" ? wishing.ctx : wishing.made.therapist;
      await goBack(ctx, { wishId, seen: "in-use" });
      expect(await standingOf(wishing, wishId)).toBe("gone-back");
      expect(await metOn(wishing, [new Date()])).toEqual([wishing.ways.zoom]);
      expect((await namesOf(wishing)).slice(-2)).toEqual(["patient.placed", "platform-request.gone-back"]);
      expect(await newsOwed(wishing)).toHaveLength(side === "patient" ? 1 : 2);
    },
  );

  test("leads to an earlier agreement where there was one", async () => {
    const wishing = await makeWishing();
    const first = await wish(wishing);
    await sayYes(wishing, first);
    await read(wishing.ctx, first);
    const second = await wish(wishing, { wish: wishing.ways["in-person"] });
    await sayYes(wishing, second);
    await read(wishing.ctx, second);
    expect(await standingOf(wishing, first)).toBe("followed");
    await goBack(wishing.ctx, { wishId: second, seen: "in-use" });
    expect(await metOn(wishing, [new Date()])).toEqual([wishing.ways.phone]);
  });

  test("twice at once, from both sides, is done once, and the other is told", async () => {
    const wishing = await makeWishing();
    const wishId = await onTrial(wishing);
    const tries = await Promise.allSettled([
      goBack(wishing.ctx, { wishId, seen: "in-trial" }),
      goBack(wishing.made.therapist, { wishId, seen: "in-trial" }),
    ]);
    expect(fates(tries)).toEqual(["done", "wish-gone-back"]);
  });

  test("while the other side keeps it: one wins, and the other is told which", async () => {
    const wishing = await makeWishing();
    const wishId = await onTrial(wishing);
    const [kept, back] = await Promise.allSettled([
      keepPlatform(wishing.made.therapist, { wishId, seen: "in-trial" }),
      goBack(wishing.ctx, { wishId, seen: "in-trial" }),
    ]);
    expect([kept.status, back.status].filter((status) => status === "fulfilled")).toHaveLength(1);
    const lost = kept.status === "rejected" ? kept.reason : back.status === "rejected" ? back.reason : null;
    const won = kept.status === "fulfilled" ? "wish-kept" : "wish-gone-back";
    const by = kept.status === "fulfilled" ? "practice" : "patient";
    expect(lost).toMatchObject({ reason: won, details: { by } });
    expect(await standingOf(wishing, wishId)).toBe(kept.status === "fulfilled" ? "kept" : "gone-back");
  });

  test("of what the other side kept meanwhile says first who kept it", async () => {
    const wishing = await makeWishing();
    const wishId = await onTrial(wishing);
    await keepPlatform(wishing.made.therapist, { wishId, seen: "in-trial" });
    const late = goBack(wishing.ctx, { wishId, seen: "in-trial" });
    await expect(late).rejects.toMatchObject({ reason: "wish-kept", details: { by: "practice" } });
  });

  test("is for what is in use, in one's own practice", async () => {
    const wishing = await makeWishing();
    const wishId = await wish(wishing);
    const early = goBack(wishing.ctx, { wishId, seen: "waiting" });
    await expect(early).rejects.toMatchObject({ reason: "wish-not-answered" });
    const office = goBack(wishing.made.office, { wishId, seen: "waiting" });
    await expect(office).rejects.toMatchObject({ reason: "not-your-role" });
    const other = goBack((await makePractice()).owner, { wishId, seen: "waiting" });
    await expect(other).rejects.toHaveProperty("name", "NotFound");
  });
});
