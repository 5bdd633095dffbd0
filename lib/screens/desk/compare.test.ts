import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makePractice, makeVersion } from "@/test/factories";
import { type CompareParams, comparePage } from "./compare";

await testDatabase();
afterAll(closeDatabase);

const saying = (body: string) => {
  const text = { title: "Recording", inShort: "In short.", body, changeSummary: "Another number." };
  return { texts: { en: text, es: { ...text, body: `${body} (es)` } } };
};

async function threeVersions() {
  const made = await makePractice();
  const { disclosure } = await makeDisclosure(made, saying("One is kept."));
  await makeVersion(made, disclosure.id, saying("Two are kept."));
  await makeVersion(made, disclosure.id, saying("Three are kept."));
  const compare = (params: Partial<CompareParams>) =>
    comparePage(made.owner, disclosure.id, { from: null, to: null, language: "en", ...params }, "en");
  return { made, disclosure, compare };
}

test("without a choice the newest version stands beside the one before it", async () => {
  const { compare } = await threeVersions();
  expect(await compare({})).toMatchObject({ from: { number: 2 }, to: { number: 3 }, isAltered: false });
  expect(await compare({ from: 77, to: 88 })).toMatchObject({ from: { number: 2 }, to: { number: 3 } });
});

test("any two versions are compared, in the language chosen", async () => {
  const { compare } = await threeVersions();
  const { compared, from, to } = await compare({ from: 1, to: 3, language: "es" });
  expect([from?.number, to?.number]).toEqual([1, 3]);
  const words = compared?.blocks[0]?.runs.filter(({ sign }) => sign === "same").map((run) => run.words);
  expect(words?.join("")).toContain("(es)");
});

test("another practice's disclosure is not found", async () => {
  const { disclosure } = await threeVersions();
  const other = await makePractice();
  const params = { from: 1, to: 2, language: "en" } as const;
  const compared = comparePage(other.owner, disclosure.id, params, "en");
  await expect(compared).rejects.toHaveProperty("name", "NotFound");
});
