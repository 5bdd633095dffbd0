import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { answerTo, ask, makeAsked } from "@/lib/consents/consents.fixture";
import { listRequestFacts } from "@/lib/consents/request-facts";
import { readPractice } from "@/lib/in-practice";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makePatient, makePractice } from "@/test/factories";
import { answerRequest } from "./answer-request";

await testDatabase();
afterAll(closeDatabase);

describe("the name an answer is signed with", () => {
  test("is asked about once when no word of it is known, and nothing is stored", async () => {
    const { ctx, patient, input } = await makeAsked();
    const strange = { ...input, printedName: "Mickey  Mouse" };
    await expect(answerRequest(ctx, strange)).rejects.toMatchObject({
      reason: "name-unknown",
      details: { known: "Ana María Ruiz", typed: "Mickey Mouse" },
    });
    const [facts] = await readPractice(ctx, (tx) => listRequestFacts(tx, ctx, [patient.id]));
    expect(facts?.answer).toBeNull();
  });

  test("is taken when it was asked about, and another one is asked about again", async () => {
    const { ctx, input } = await makeAsked();
    const confirmed = { ...input, confirmedName: "Mickey Mouse" };
    await expect(answerRequest(ctx, { ...confirmed, printedName: "Minnie Mouse" })).rejects.toMatchObject({
      reason: "name-unknown",
    });
    await expect(answerRequest(ctx, { ...confirmed, printedName: "Mickey Mouse" })).resolves.toHaveProperty(
      "answerId",
    );
  });

  test("may be any word of the names", async () => {
    const { ctx, input } = await makeAsked();
    const some = { ...input, printedName: "ana maria" };
    await expect(answerRequest(ctx, some)).resolves.toHaveProperty("answerId");
  });

  test("of a parent is in nobody's books and not asked about", async () => {
    const made = await makePractice();
    const { patient, ctx } = await makePatient(made, { dateOfBirth: "2020-01-01", mailboxOf: "parent" });
    const text = await makeDisclosure(made);
    const requestId = await ask(made, ctx, patient.id, text.disclosure.id);
    const signed = { ...answerTo(requestId, text), printedName: "Marta Quiroga" };
    await expect(answerRequest(ctx, signed)).resolves.toHaveProperty("answerId");
  });
});
