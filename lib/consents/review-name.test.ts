import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { makeDisclosure, makePatient, makePractice, trailOf } from "@/db/factories";
import { testDatabase } from "@/test/database";
import { ask, makeAsked } from "./consents.fixture";
import { reviewName } from "./review-name";

await testDatabase();
afterAll(closeDatabase);

async function makeSigner() {
  const { made, ctx, requestId } = await makeAsked();
  const signed = (printedName: string) => ({ requestId, printedName, mark: null });
  return { made, ctx, signed };
}

describe("reviewing a name", () => {
  test("says whom the practice knows, when no word of that is signed, and records nothing", async () => {
    const { made, ctx, signed } = await makeSigner();
    const before = await trailOf(made.practice.id);
    expect(await reviewName(ctx, signed("Mickey Mouse"))).toBe("Ana María Ruiz");
    expect(await trailOf(made.practice.id)).toEqual(before);
  });

  test("lets any word of the names pass", async () => {
    const { ctx, signed } = await makeSigner();
    expect(await reviewName(ctx, signed("ana maria"))).toBeNull();
  });

  test("does not ask a parent, who is not in our books", async () => {
    const made = await makePractice();
    const { patient, ctx } = await makePatient(made, { dateOfBirth: "2020-01-01", mailboxOf: "parent" });
    const requestId = await ask(made, ctx, patient.id, (await makeDisclosure(made)).disclosure.id);
    expect(await reviewName(ctx, { requestId, printedName: "Marta Quiroga", mark: null })).toBeNull();
  });

  test("refuses first what could not be printed", async () => {
    const { ctx, signed } = await makeSigner();
    await expect(reviewName(ctx, signed(" "))).rejects.toMatchObject({ reason: "name-empty" });
    const dotted = { ...signed("Mickey"), mark: [[[1, 1] as [number, number]]] };
    await expect(reviewName(ctx, dotted)).rejects.toMatchObject({ reason: "mark-too-small" });
  });

  test("somebody else's question is not found", async () => {
    const { made, signed } = await makeSigner();
    for (const stranger of [await makePatient(made), await makePatient(await makePractice())]) {
      await expect(reviewName(stranger.ctx, signed("Ana"))).rejects.toHaveProperty("name", "NotFound");
    }
  });
});
