import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { ownDatabase } from "@/test/database";
import type { Figure } from "./figures";
import { measureGrowth } from "./growth";
import { small } from "./sizes";

const { superuserUrl } = await ownDatabase();
afterAll(closeDatabase);

const { practices } = small.growth;
const [few, many] = [Math.min(...practices), Math.max(...practices)];
/** Once a day everything there is is looked at; all else is looked for every few seconds. */
const often = /^(Sweep: (?!find what no list names)|\/api)/;
/** So many blocks a deeper index costs, and rows that others changed; reading each practice would cost hundreds. */
const slack = 100;

// It makes thirty practices.
test("a worker with nothing to do reads no more the more practices there are", {
  timeout: 120_000,
}, async () => {
  const figures = await measureGrowth(superuserUrl, small.growth);
  expect(figures.filter(({ samples, median }) => samples === 0 || !Number.isFinite(median))).toEqual([]);
  const blocksAt = (size: number) =>
    figures.filter(({ what }) => often.test(what) && what.endsWith(`, blocks at ${size} practices`));
  const grown = blocksAt(many).filter(({ median }, at) => median > (blocksAt(few)[at]?.median ?? 0) + slack);
  expect(grown.map(({ what, median }: Figure) => `${what}: ${median}`)).toEqual([]);
});
