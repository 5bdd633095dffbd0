import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { readPractice } from "@/lib/in-practice";
import { canonicalDisclosureText, disclosureTextSha256 } from "@/lib/markdown/markdown";
import { testDatabase } from "@/test/database";
import { type MadePractice, makePractice, trailOf } from "@/test/factories";
import { nextVersion } from "@/test/factory-texts";
import { createDisclosure } from "./create-disclosure";
import type { PublishVersionInput } from "./input";
import { publishVersion } from "./publish-version";
import { getDisclosure, getShownVersion } from "./queries";

await testDatabase();
afterAll(closeDatabase);

const hour = 3_600_000;

async function makeEmpty() {
  const made = await makePractice();
  const { id } = await createDisclosure(made.owner, { kind: "email-risk", key: "e-mail", position: 1 });
  return { made, input: nextVersion(id) };
}

/** The same again, with another English text. */
function reworded(input: PublishVersionInput, words: Partial<PublishVersionInput["texts"]["en"]>) {
  return { ...input, texts: { ...input.texts, en: { ...input.texts.en, ...words } } };
}

const versionsOf = async ({ system }: MadePractice, disclosureId: string) =>
  (await readPractice(system, (tx) => getDisclosure(tx, system, disclosureId))).versions;

const shownIn = ({ system }: MadePractice, versionId: string, language: "en" | "es") =>
  readPractice(system, (tx) => getShownVersion(tx, system, versionId, language));

describe("publishing a version", () => {
  test("writes the text and its uses in each language, with the fingerprint of exactly that", async () => {
    const { made, input } = await makeEmpty();
    const { versionId, number } = await publishVersion(made.owner, input);
    expect(number).toBe(1);
    for (const language of ["en", "es"] as const) {
      const shown = await shownIn(made, versionId, language);
      const { title, inShort, body } = input.texts[language];
      expect(shown).toMatchObject({ title, inShort, body, number: 1, change: "material" });
      expect(shown.items.map(({ key, required, label }) => ({ key, required, label }))).toEqual(
        input.items.map(({ key, required, texts }) => ({ key, required, label: texts[language].label })),
      );
      expect(shown.textSha256).toBe(disclosureTextSha256(canonicalDisclosureText(shown)));
    }
  });

  test("numbers on, and is in force at once unless it says otherwise", async () => {
    const { made, input } = await makeEmpty();
    const before = Date.now() - 1_000;
    const effectiveFrom = new Date(Date.now() + hour);
    const earlierAnswersUntil = new Date(Date.now() + 2 * hour);
    await publishVersion(made.owner, input);
    const announced = { ...reworded(input, { body: "Another." }), change: "editorial" as const };
    await publishVersion(made.owner, { ...announced, effectiveFrom, earlierAnswersUntil });

    const [first, second] = await versionsOf(made, input.disclosureId);
    expect(first?.effectiveFrom.getTime()).toBeGreaterThan(before);
    expect(first?.effectiveFrom.getTime()).toBeLessThan(before + hour);
    expect(first).toMatchObject({ number: 1, change: "material", earlierAnswersUntil: null });
    expect(second).toMatchObject({ number: 2, change: "editorial", effectiveFrom, earlierAnswersUntil });
  });

  test("records the event, with the fingerprints", async () => {
    const { made, input } = await makeEmpty();
    const { versionId } = await publishVersion(made.owner, input);
    const { disclosureId } = input;
    const textSha256 = {
      en: (await shownIn(made, versionId, "en")).textSha256,
      es: (await shownIn(made, versionId, "es")).textSha256,
    };
    expect((await trailOf(made.practice.id)).at(-1)).toMatchObject({
      ...{ name: "disclosure.published", disclosureId, versionId },
      ...{ versionNumber: 1, change: "material", textSha256 },
    });
  });

  const refusals: [string, (input: PublishVersionInput) => PublishVersionInput][] = [
    ["text-unchanged", (input) => input],
    ["effective-before-earlier-version", (input) => ({ ...input, effectiveFrom: new Date("2020-01-01") })],
    ["change-summary-missing", (input) => reworded(input, { changeSummary: "  " })],
    ["text-not-drawable", (input) => reworded(input, { body: "Signed by 李小龍." })],
  ];
  test.each(refusals)("is refused, and nothing is written: %s", async (reason, change) => {
    const { made, input } = await makeEmpty();
    await publishVersion(made.owner, input);
    const recorded = await trailOf(made.practice.id);
    const next = publishVersion(made.owner, change(input));
    await expect(next).rejects.toMatchObject({ name: "Refused", reason });
    expect(await versionsOf(made, input.disclosureId)).toHaveLength(1);
    expect(await trailOf(made.practice.id)).toEqual(recorded);
  });

  test("names the character that no document can show, in a use as in the text", async () => {
    const { made, input } = await makeEmpty();
    const [use] = input.items;
    const texts = use && { ...use.texts, es: { ...use.texts.es, until: "90 días 龍" } };
    const items = use && texts ? [{ ...use, texts }] : [];
    await expect(publishVersion(made.owner, { ...input, items })).rejects.toMatchObject({
      reason: "text-not-drawable",
      details: { character: "龍", language: "es" },
    });
  });

  test("the office may not", async () => {
    const { made, input } = await makeEmpty();
    await expect(publishVersion(made.office, input)).rejects.toMatchObject({ reason: "not-your-role" });
  });

  const malformed: [string, (input: PublishVersionInput) => PublishVersionInput][] = [
    ["no title", (input) => reworded(input, { title: " " })],
    ["nothing to read", (input) => reworded(input, { body: "" })],
    ["no use", (input) => ({ ...input, items: [] })],
    ["one use twice", (input) => ({ ...input, items: input.items.flatMap((use) => [use, use]) })],
  ];
  test.each(malformed)("a text with %s is never written", async (_, change) => {
    const { made, input } = await makeEmpty();
    await expect(publishVersion(made.system, change(input))).rejects.toHaveProperty("name", "ZodError");
    expect(await versionsOf(made, input.disclosureId)).toEqual([]);
  });

  test("another practice does not find the disclosure", async () => {
    const { made, input } = await makeEmpty();
    const other = await makePractice();
    await expect(publishVersion(other.owner, input)).rejects.toHaveProperty("name", "NotFound");
    expect(await versionsOf(made, input.disclosureId)).toEqual([]);
  });

  test("of one text ten times at once one is published; of ten texts all, one after the other", async () => {
    const { made, input } = await makeEmpty();
    const ten = Array.from({ length: 10 }, (_, index) => index);
    const same = await Promise.allSettled(ten.map(() => publishVersion(made.owner, input)));
    const refused = same.flatMap((one) => (one.status === "rejected" ? [one.reason.reason] : []));
    expect(refused).toEqual(Array.from({ length: 9 }, () => "text-unchanged"));

    const published = await Promise.all(
      ten.map((index) => publishVersion(made.owner, reworded(input, { body: `Text ${index}.` }))),
    );
    const numbers = published.map(({ number }) => number).toSorted((a, b) => a - b);
    expect(numbers).toEqual(ten.map((index) => index + 2));
  });
});
