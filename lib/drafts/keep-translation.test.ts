import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { NotFound } from "@/lib/errors";
import { readPractice } from "@/lib/in-practice";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makePractice, trailOf } from "@/test/factories";
import { beginDraft } from "./begin-draft";
import { draft } from "./drafts.fixture";
import { keepTranslation } from "./keep-translation";
import { listKept } from "./queries";
import { saveDraft } from "./save-draft";

await testDatabase();
afterAll(closeDatabase);

async function makeBegun() {
  const made = await makePractice();
  const { disclosure, texts } = await makeDisclosure(made);
  const disclosureId = disclosure.id;
  await beginDraft(made.owner, disclosureId);
  const [textSha256, englishSha256] = [texts.es.textSha256, texts.en.textSha256];
  const input = { disclosureId, language: "es", textSha256, englishSha256 } as const;
  const kept = () => readPractice(made.office, (tx) => listKept(tx, made.office, disclosureId));
  return { made, input, kept };
}

test("that a text needs no change is noted with who said so of which English text, with its event", async () => {
  const { made, input, kept } = await makeBegun();
  await keepTranslation(made.therapist, input);
  const { disclosureId: _, ...about } = input;
  expect(await kept()).toEqual([
    { ...about, notedAt: expect.any(Date), notedBy: expect.stringContaining("therapist") },
  ]);
  expect((await trailOf(made.practice.id)).at(-1)).toMatchObject({
    name: "disclosure.translation-kept",
    ...input,
  });
});

test("it is not said of a text that changed since it was seen", async () => {
  const { made, input, kept } = await makeBegun();
  await saveDraft(made.owner, { disclosureId: input.disclosureId, revision: 1, content: draft() });
  await expect(keepTranslation(made.owner, input)).rejects.toMatchObject({
    reason: "draft-changed-meanwhile",
    details: { name: "Test owner" },
  });
  expect(await kept()).toEqual([]);
});

test("it is not said of a language nobody began", async () => {
  const { made, input } = await makeBegun();
  const content = draft({ texts: { en: draft().texts.en, es: null } });
  await saveDraft(made.owner, { disclosureId: input.disclosureId, revision: 1, content });
  await expect(keepTranslation(made.owner, input)).rejects.toMatchObject({ reason: "language-not-begun" });
});

test("another practice does not find the draft", async () => {
  const { input } = await makeBegun();
  const { owner } = await makePractice();
  await expect(keepTranslation(owner, input)).rejects.toBeInstanceOf(NotFound);
});

test("of two at once, one is noted", async () => {
  const { made, input, kept } = await makeBegun();
  const both = await Promise.allSettled([
    keepTranslation(made.owner, input),
    keepTranslation(made.therapist, input),
  ]);
  const lost = both.find(({ status }) => status === "rejected");
  expect(lost).toMatchObject({ reason: { reason: "already-kept" } });
  expect(await kept()).toHaveLength(1);
});
