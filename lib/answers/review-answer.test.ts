import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { type Asked, makeAsked } from "@/lib/consents/consents.fixture";
import { listRequestFacts } from "@/lib/consents/request-facts";
import { readPractice } from "@/lib/in-practice";
import { cancelRequest } from "@/lib/requests/cancel-request";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makePatient, makePractice, makeVersion, trailOf } from "@/test/factories";
import { answerRequest } from "./answer-request";
import { type ReviewInput, reviewAnswer } from "./review-answer";

await testDatabase();
afterAll(closeDatabase);

function shownOf({ input }: Asked): ReviewInput {
  const { requestId, versionId, language, textSha256, answers } = input;
  return { requestId, versionId, language, textSha256, answers };
}

describe("reviewing an answer", () => {
  test("lets pass what could be signed, and neither stores nor records anything", async () => {
    const asked = await makeAsked();
    const { made, ctx, patient } = asked;
    const facts = () => readPractice(ctx, (tx) => listRequestFacts(tx, ctx, [patient.id]));
    const before = [await facts(), await trailOf(made.practice.id)];
    await reviewAnswer(ctx, shownOf(asked));
    expect([await facts(), await trailOf(made.practice.id)]).toEqual(before);
  });

  const refusals: [string, (asked: Asked) => Promise<Partial<ReviewInput>>][] = [
    ["request-cancelled", having(({ made, requestId }) => cancelRequest(made.office, requestId))],
    ["already-answered", having(({ ctx, input }) => answerRequest(ctx, input))],
    ["newer-version", having(({ made, text }) => makeVersion(made, text.disclosure.id))],
    ["text-differs", async () => ({ textSha256: "0".repeat(64) })],
    ["item-unanswered", async () => ({ answers: {} })],
    [
      "item-unknown",
      async ({ input, made }) => ({ answers: { ...input.answers, [made.practice.id]: "no" } }),
    ],
  ];
  test.each(refusals)("refuses what signing would refuse: %s", async (reason, change) => {
    const asked = await makeAsked();
    const shown = { ...shownOf(asked), ...(await change(asked)) };
    await expect(reviewAnswer(asked.ctx, shown)).rejects.toMatchObject({ name: "Refused", reason });
  });

  test("somebody else's question, and a text of another practice, are not found", async () => {
    const asked = await makeAsked();
    for (const stranger of [await makePatient(asked.made), await makePatient(await makePractice())]) {
      await expect(reviewAnswer(stranger.ctx, shownOf(asked))).rejects.toHaveProperty("name", "NotFound");
    }
    const foreign = await makeDisclosure(await makePractice());
    const elsewhere = reviewAnswer(asked.ctx, { ...shownOf(asked), versionId: foreign.version.id });
    await expect(elsewhere).rejects.toHaveProperty("name", "NotFound");
  });

  test("is not in the way of signing at the same moment", async () => {
    const asked = await makeAsked();
    const [signed] = await Promise.all([
      answerRequest(asked.ctx, asked.input),
      ...Array.from({ length: 9 }, () => reviewAnswer(asked.ctx, shownOf(asked)).catch(refusedAsAnswered)),
    ]);
    expect(signed).toHaveProperty("answerId");
  });
});

function having(act: (asked: Asked) => Promise<unknown>) {
  return async (asked: Asked) => {
    await act(asked);
    return {};
  };
}

function refusedAsAnswered(error: unknown) {
  expect(error).toMatchObject({ reason: "already-answered" });
}
