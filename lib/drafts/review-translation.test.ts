import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { NotFound } from "@/lib/errors";
import { readPractice } from "@/lib/in-practice";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makePractice, trailOf } from "@/test/factories";
import { beginDraft } from "./begin-draft";
import { draft } from "./drafts.fixture";
import { listReviews } from "./queries";
import { reviewTranslation } from "./review-translation";
import { saveDraft } from "./save-draft";

await testDatabase();
afterAll(closeDatabase);

async function makeRead() {
  const made = await makePractice();
  const { disclosure, texts } = await makeDisclosure(made);
  const disclosureId = disclosure.id;
  await beginDraft(made.owner, disclosureId);
  const { textSha256 } = texts.es;
  const input = { disclosureId, language: "es", textSha256, reviewer: "Lucía Ortega" } as const;
  const reviews = () => readPractice(made.office, (tx) => listReviews(tx, made.office, disclosureId));
  return { made, input, reviews };
}

test("a review names who read exactly this text, with its event", async () => {
  const { made, input, reviews } = await makeRead();
  await reviewTranslation(made.therapist, input);
  const { language, textSha256, reviewer } = input;
  expect(await reviews()).toEqual([{ language, textSha256, reviewer, reviewedAt: expect.any(Date) }]);
  const recorded = { name: "disclosure.translation-reviewed", language, textSha256 };
  expect((await trailOf(made.practice.id)).at(-1)).toMatchObject(recorded);
});

test("a text that changed since it was read is not reviewed", async () => {
  const { made, input, reviews } = await makeRead();
  await saveDraft(made.owner, { disclosureId: input.disclosureId, revision: 1, content: draft() });
  const review = reviewTranslation(made.owner, input);
  await expect(review).rejects.toMatchObject({
    reason: "draft-changed-meanwhile",
    details: { name: "Test owner" },
  });
  expect(await reviews()).toEqual([]);
});

test("a language nobody began is not reviewed", async () => {
  const { made, input } = await makeRead();
  const content = draft({ texts: { en: draft().texts.en, es: null } });
  await saveDraft(made.owner, { disclosureId: input.disclosureId, revision: 1, content });
  const review = reviewTranslation(made.owner, input);
  await expect(review).rejects.toMatchObject({ reason: "language-not-begun" });
});

test("another practice does not find the draft", async () => {
  const { input } = await makeRead();
  const { owner } = await makePractice();
  await expect(reviewTranslation(owner, input)).rejects.toBeInstanceOf(NotFound);
});

test("of two at once, one is noted", async () => {
  const { made, input, reviews } = await makeRead();
  const both = await Promise.allSettled([
    reviewTranslation(made.owner, input),
    reviewTranslation(made.therapist, input),
  ]);
  const lost = both.find(({ status }) => status === "rejected");
  expect(lost).toMatchObject({ reason: { reason: "already-reviewed" } });
  expect(await reviews()).toHaveLength(1);
});
