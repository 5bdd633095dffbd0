import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { readPractice } from "@/lib/in-practice";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makePractice, makeVersion } from "@/test/factories";
import { disclosureTitles } from "./queries";

await testDatabase();
afterAll(closeDatabase);

const later = new Date("2999-01-01");
const called = (title: string) => {
  const text = { title, inShort: "In short.", body: `About ${title}.`, changeSummary: "A new title." };
  return { texts: { en: text, es: text } };
};

test("a disclosure is called as its text in force is, not as a later one will be", async () => {
  const made = await makePractice();
  const { disclosure } = await makeDisclosure(made, called("First"));
  await makeVersion(made, disclosure.id, called("Second"));
  await makeVersion(made, disclosure.id, { ...called("Third"), effectiveFrom: later });
  const titles = await readPractice(made.system, (tx) => disclosureTitles(tx, made.system, "en"));
  expect(titles.get(disclosure.id)).toBe("Second");
});

test("before its first text is in force, it is called as that one will be", async () => {
  const made = await makePractice();
  const { disclosure } = await makeDisclosure(made, { ...called("First"), effectiveFrom: later });
  await makeVersion(made, disclosure.id, { ...called("Second"), effectiveFrom: later });
  const titles = await readPractice(made.system, (tx) => disclosureTitles(tx, made.system, "en"));
  expect(titles.get(disclosure.id)).toBe("First");
});
