import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { daysAfter, startOfDay } from "@/lib/dates";
import { Refused } from "@/lib/errors";
import { withClock } from "@/lib/frozen-clock";
import { testDatabase } from "@/test/database";
import { declineWish } from "./decline-wish";
import { goBack } from "./go-back";
import { keepPlatform } from "./keep-platform";
import { takeBackWish } from "./take-back-wish";
import {
  makeWishing,
  metOn,
  propose,
  read,
  say,
  standingOf,
  type Ways,
  type Wishing,
  wish,
  wishesOf,
} from "./wishes.fixture";

await testDatabase();
afterAll(closeDatabase);

const act = <Name extends string>(...names: Name[]) =>
  fc.record({
    act: fc.constantFrom(...names),
    way: fc.constantFrom("phone" as const, "in-person" as const),
    by: fc.constantFrom("patient" as const, "practice" as const),
    /** Days from the act to the first day, and of a trial from there to its last. */
    starts: fc.nat({ max: 3 }),
    lasts: fc.nat({ max: 3 }),
    /** Days from the act to the next. */
    later: fc.constantFrom(0, 0, 0, 1, 4),
  });
const ends = act("take-back", "decline", "keep", "back");
const seldom = fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: ends });
/** Mostly what follows one another, and anything in between. */
const round = fc
  .tuple(
    act("wish", "propose"),
    seldom,
    act("yes", "yes", "trial", "trial", "no"),
    seldom,
    act("read"),
    fc.array(ends, { maxLength: 2 }),
  )
  .map(([first, early, answer, between, read, late]) => [first, early, answer, between, read, ...late]);
const histories = fc
  .array(round, { minLength: 1, maxLength: 3 })
  .map((rounds) => rounds.flat().filter((one) => one !== null));

type Act = typeof histories extends fc.Arbitrary<(infer One)[]> ? One : never;

/** What the two agreed on, told by hand: the last that was read counts, for as long as it does. */
type Agreement = { of: number; way: keyof Ways; from: number; until: number; endedOn: number };

function wayOn(agreements: readonly Agreement[], day: number): keyof Ways {
  return (
    agreements.findLast(({ from, until, endedOn }) => day >= from && day < Math.min(until, endedOn))?.way ??
    "zoom"
  );
}

/** Plays one act on its day. True when it was let through. */
async function lets(wishing: Wishing, wishId: string, one: Act, today: number): Promise<boolean> {
  const { ctx, made, ways } = wishing;
  const day = (number: number) => daysAfter(wishing.day, number);
  const first = today + one.starts;
  const actor = one.by === "patient" ? ctx : made.therapist;
  const state = wishId ? await standingOf(wishing, wishId) : "waiting";
  try {
    if (one.act === "wish") await wish(wishing, { wish: ways[one.way] });
    else if (one.act === "propose") await propose(wishing, { platformId: ways[one.way], fromOn: day(first) });
    else if (!wishId) return false;
    else if (one.act === "yes") await say(wishing, wishId, { decision: "yes", fromOn: day(first) });
    else if (one.act === "trial")
      await say(wishing, wishId, {
        decision: "trial",
        fromOn: day(first),
        trialUntil: day(first + one.lasts),
      });
    else if (one.act === "no")
      await say(wishing, wishId, { decision: "not-possible", hindrance: "not-offered" });
    else if (one.act === "read" && state !== "agreed") return false;
    else if (one.act === "read") await read(ctx, wishId);
    else if (one.act === "take-back") await takeBackWish(actor, { wishId });
    else if (one.act === "decline") await declineWish(ctx, { wishId });
    else if (one.act === "keep") await keepPlatform(actor, { wishId, seen: state });
    else await goBack(actor, { wishId, seen: state });
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}

const daysAhead = [0, 1, 2, 3, 5, 8];
const never = Number.POSITIVE_INFINITY;

/** The model: what an act that was let through makes of the agreements so far. */
function agreedAfter(agreements: Agreement[], asked: Agreement, one: Act, today: number, wasRead: boolean) {
  const first = today + one.starts;
  switch (one.act) {
    case "wish":
    case "propose":
      return { agreements, asked: { ...asked, of: asked.of + 1, way: one.way, from: first, until: never } };
    case "yes":
      return { agreements, asked: { ...asked, from: first, until: never } };
    case "trial":
      return { agreements, asked: { ...asked, from: first, until: first + one.lasts + 1 } };
    case "read":
      return { agreements: [...agreements, { ...asked, from: Math.max(asked.from, today) }], asked };
    case "keep":
      return { agreements: [...agreements, { ...asked, from: today, until: never }], asked };
    case "no":
      return { agreements, asked };
    default:
      return {
        agreements: agreements.map((each) =>
          wasRead && each.of === asked.of ? { ...each, endedOn: Math.min(each.endedOn, today) } : each,
        ),
        asked,
      };
  }
}

test("after any history they meet on what was agreed, and a wish taken back has changed nothing", async () => {
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      const wishing = await makeWishing();
      const { timeZone } = wishing.made.practice;
      const at = (day: number, hour: number) =>
        new Date(startOfDay(daysAfter(wishing.day, day), timeZone).getTime() + hour * 3_600_000);
      const ahead = (day: number) => daysAhead.map((later) => at(day + later, 20));
      const allDays = [...Array(20).keys()].map((day) => at(day, 20));
      let model: { agreements: Agreement[]; asked: Agreement } = {
        agreements: [],
        asked: { of: 0, way: "zoom", from: 0, until: 0, endedOn: never },
      };
      let before: (string | undefined)[] = [];
      let today = 0;
      for (const [index, one] of history.entries()) {
        await withClock(new Date(at(today, 12).getTime() + index * 60_000), async () => {
          const [latest] = await wishesOf(wishing);
          const makes = one.act === "wish" || one.act === "propose";
          const met = makes ? await metOn(wishing, allDays) : before;
          if (!(await lets(wishing, latest?.id ?? "", one, today))) return;
          model = agreedAfter(model.agreements, model.asked, one, today, latest?.acknowledgedAt != null);
          if (makes) before = met;
          if (one.act === "take-back" || one.act === "decline")
            expect((await metOn(wishing, allDays)).slice(today)).toEqual(before.slice(today));
        });
        expect(await metOn(wishing, ahead(today))).toEqual(
          daysAhead.map((later) => wishing.ways[wayOn(model.agreements, today + later)]),
        );
        today += one.later;
      }
    }),
    { numRuns: 12 },
  );
}, 240_000);
