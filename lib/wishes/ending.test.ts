import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { daysAfter, startOfDay } from "@/lib/dates";
import { testDatabase } from "@/test/database";
import { makePractice, trailOf } from "@/test/factories";
import { declineWish } from "./decline-wish";
import { takeBackWish } from "./take-back-wish";
import {
  fates,
  makeWishing,
  metOn,
  newsOwed,
  propose,
  read,
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

describe("taking a wish back", () => {
  test.each(["waiting", "talking", "agreed", "upcoming"] as const)(
    "while it is %s changes nothing",
    async (state) => {
      const wishing = await makeWishing();
      const wishId = await wish(wishing, state === "talking" ? { wish: "not-sure" } : {});
      if (state === "agreed" || state === "upcoming")
        await sayYes(wishing, wishId, daysAfter(wishing.day, 3));
      if (state === "upcoming") await read(wishing.ctx, wishId);
      expect(await standingOf(wishing, wishId)).toBe(state);
      await takeBackWish(wishing.ctx, { wishId });
      expect(await standingOf(wishing, wishId)).toBe("taken-back");
      expect((await namesOf(wishing)).at(-1)).toBe("platform-request.taken-back");
      const { zoom } = wishing.ways;
      expect(
        await metOn(
          wishing,
          [0, 4, 30].map((days) => inDays(wishing, days)),
        ),
      ).toEqual([zoom, zoom, zoom]);
    },
  );

  test("is for whoever wished, once, and before it is in use", async () => {
    const wishing = await makeWishing();
    const { ctx, made } = wishing;
    const wishId = await wish(wishing);
    const byPractice = takeBackWish(made.therapist, { wishId });
    await expect(byPractice).rejects.toMatchObject({ reason: "wish-of-the-other-side" });
    const tries = [takeBackWish(ctx, { wishId }), takeBackWish(ctx, { wishId })];
    expect(fates(await Promise.allSettled(tries))).toEqual(["done", "wish-taken-back"]);
    const used = await wish(wishing);
    await sayYes(wishing, used);
    await read(ctx, used);
    await expect(takeBackWish(ctx, { wishId: used })).rejects.toMatchObject({
      reason: "wish-in-use",
    });
    const elsewhere = takeBackWish((await makePractice()).owner, { wishId: used });
    await expect(elsewhere).rejects.toHaveProperty("name", "NotFound");
  });

  test("of a proposal is told to the patient", async () => {
    const wishing = await makeWishing();
    const wishId = await propose(wishing);
    await takeBackWish(wishing.made.therapist, { wishId });
    expect(await newsOwed(wishing)).toHaveLength(2);
    await expect(declineWish(wishing.ctx, { wishId })).rejects.toMatchObject({
      reason: "wish-taken-back",
      details: { by: "practice" },
    });
  });
});

describe("declining a proposal", () => {
  test("changes nothing, is recorded, and is final for both", async () => {
    const wishing = await makeWishing();
    const wishId = await propose(wishing);
    const tries = await Promise.allSettled([
      declineWish(wishing.ctx, { wishId }),
      takeBackWish(wishing.made.therapist, { wishId }),
    ]);
    expect(fates(tries).filter((fate) => fate === "done")).toHaveLength(1);
    expect(await metOn(wishing, [new Date()])).toEqual([wishing.ways.zoom]);
  });

  test("is possible after reading it, before it begins", async () => {
    const wishing = await makeWishing();
    const wishId = await propose(wishing, { fromOn: daysAfter(wishing.day, 3) });
    await read(wishing.ctx, wishId);
    await declineWish(wishing.ctx, { wishId });
    expect(await standingOf(wishing, wishId)).toBe("declined");
    expect((await namesOf(wishing)).at(-1)).toBe("platform-request.declined");
    expect(await metOn(wishing, [inDays(wishing, 5)])).toEqual([wishing.ways.zoom]);
  });

  test("is not for one's own wish, nor for strangers", async () => {
    const wishing = await makeWishing();
    const own = await wish(wishing);
    await expect(declineWish(wishing.ctx, { wishId: own })).rejects.toMatchObject({
      reason: "wish-of-ones-own",
    });
    const stranger = declineWish((await makeWishing()).ctx, { wishId: own });
    await expect(stranger).rejects.toHaveProperty("name", "NotFound");
  });
});
