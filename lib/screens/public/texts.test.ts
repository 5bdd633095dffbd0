import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { publishTexts } from "@/lib/practices/publish-texts";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makePatient, makePractice, makeVersion } from "@/test/factories";
import { publicTextsPage } from "./texts";

await testDatabase();
afterAll(closeDatabase);

const called = (title: string) => {
  const text = { title, inShort: "In short.", body: `About ${title}.`, changeSummary: "A new title." };
  return { texts: { en: text, es: { ...text, title: `${title} (es)` } } };
};

async function openPractice() {
  const made = await makePractice();
  const { disclosure } = await makeDisclosure(made, called("First"));
  await makeVersion(made, disclosure.id, called("Second"));
  await makeVersion(made, disclosure.id, { ...called("Third"), effectiveFrom: new Date("2999-01-01") });
  await publishTexts(made.owner, { publish: true });
  return made;
}

test("shows the text in force and those before it, newest first, in the reader's language", async () => {
  const { practice } = await openPractice();
  const titles = async (language: "en" | "es") =>
    (await publicTextsPage(practice.slug, language))?.texts.map(({ versions }) =>
      versions.map(({ title }) => title),
    );
  expect(await titles("en")).toEqual([["Second", "First"]]);
  expect(await titles("es")).toEqual([["Second (es)", "First (es)"]]);
});

test("a practice that does not wish it, and one that is not there, have the same answer", async () => {
  const made = await makePractice();
  await makeDisclosure(made);
  for (const slug of [made.practice.slug, "nobody-here", "No slug!", ""]) {
    expect(await publicTextsPage(slug, "en")).toBeNull();
  }
  const open = await openPractice();
  await publishTexts(open.owner, { publish: false });
  expect(await publicTextsPage(open.practice.slug, "en")).toBeNull();
});

test("holds nothing of a patient, and nothing to be said aloud", async () => {
  const made = await openPractice();
  const { patient } = await makePatient(made);
  const shown = JSON.stringify(await publicTextsPage(made.practice.slug, "en"));
  expect(shown).not.toContain(patient.legalName);
  expect(shown).not.toContain(patient.id);
  expect(shown).not.toContain("sayAloud");
});

test("a text that has not begun is not shown", async () => {
  const made = await makePractice();
  await makeDisclosure(made, { ...called("Later"), effectiveFrom: new Date("2999-01-01") });
  await publishTexts(made.owner, { publish: true });
  expect((await publicTextsPage(made.practice.slug, "en"))?.texts).toEqual([]);
});
