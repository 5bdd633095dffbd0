import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { ownDatabase } from "@/test/database";
import { measureGrowth } from "./growth";
import { small } from "./sizes";

const { superuserUrl } = await ownDatabase();
afterAll(closeDatabase);

test("growth can be measured", async () => {
  const figures = await measureGrowth(superuserUrl, small.growth);
  expect(figures.filter(({ what }) => what.startsWith("Board"))).toHaveLength(6);
  expect(figures.filter(({ samples, median }) => samples === 0 || !Number.isFinite(median))).toEqual([]);
});
