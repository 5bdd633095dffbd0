import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { documents, patients, practiceSlugs } from "@/db/schema";
import { listStandingConsents } from "@/lib/consents/of-patients";
import { systemContext } from "@/lib/context";
import { lookAcross, readPractice } from "@/lib/in-practice";
import { testDatabase } from "@/test/database";
import { loadDemo } from "./load";

await testDatabase();
afterAll(closeDatabase);

test("the demo is made once, and shows every state a consent can have", async () => {
  await loadDemo();
  await loadDemo();
  const slugs = await lookAcross((tx) => tx.select().from(practiceSlugs));
  expect(slugs.map(({ slug }) => slug).sort()).toEqual(["harbor", "lakeside"]);

  const harbor = systemContext(slugs.find(({ slug }) => slug === "harbor")?.practiceId ?? "", "demo");
  const { states, sealed } = await readPractice(harbor, async (tx, now) => {
    const everybody = (await tx.select({ id: patients.id }).from(patients)).map(({ id }) => id);
    const standing = await listStandingConsents(tx, harbor, everybody, "en", now);
    return { states: standing.map(({ state }) => state), sealed: await tx.select().from(documents) };
  });
  const words = ["given", "not-asked", "refused", "requested", "superseded", "talk-first", "withdrawn"];
  expect([...new Set(states.map(({ word }) => word))].sort()).toEqual(words);
  expect(states.some(({ word, due }) => word === "given" && due)).toBe(true);
  expect(sealed.length).toBeGreaterThan(100);
}, 240_000);
