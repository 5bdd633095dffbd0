import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { type Asked, makeAsked } from "@/lib/consents/consents.fixture";
import { listRequestFacts } from "@/lib/consents/request-facts";
import { readPractice } from "@/lib/in-practice";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makePatient, makePractice, makeVersion, trailOf } from "@/test/factories";
import { openRequest } from "./open-request";

await testDatabase();
afterAll(closeDatabase);

const openingOf = ({ requestId, text }: Asked) => ({ requestId, versionId: text.version.id });

const openedAt = async ({ ctx, patient }: Asked) =>
  (await readPractice(ctx, (tx) => listRequestFacts(tx, ctx, [patient.id])))[0]?.openedAt;

const openingsOf = async ({ made }: Asked) =>
  (await trailOf(made.practice.id)).filter(({ name }) => name === "request.opened");

describe("opening a text", () => {
  test("writes when", async () => {
    const asked = await makeAsked();
    expect(await openedAt(asked)).toBeNull();
    await openRequest(asked.ctx, openingOf(asked));
    expect(await openedAt(asked)).toBeInstanceOf(Date);
  });

  test("records the event, with the text that was on the screen", async () => {
    const asked = await makeAsked();
    await openRequest(asked.ctx, openingOf(asked));
    const recorded = { patient: asked.patient.id, ...openingOf(asked) };
    expect(await openingsOf(asked)).toEqual([expect.objectContaining(recorded)]);
  });

  test("ten times at once, and once more later, is noted once", async () => {
    const asked = await makeAsked();
    await Promise.all(Array.from({ length: 10 }, () => openRequest(asked.ctx, openingOf(asked))));
    const first = await openedAt(asked);
    await openRequest(asked.ctx, openingOf(asked));
    expect(await openedAt(asked)).toEqual(first);
    expect(await openingsOf(asked)).toHaveLength(1);
  });

  test("each text of the same question is noted", async () => {
    const asked = await makeAsked();
    const newer = await makeVersion(asked.made, asked.text.disclosure.id);
    await openRequest(asked.ctx, openingOf(asked));
    await openRequest(asked.ctx, { ...openingOf(asked), versionId: newer.version.id });
    expect(await openingsOf(asked)).toHaveLength(2);
  });

  test("a text not yet in force, of another disclosure or of another practice is not found", async () => {
    const asked = await makeAsked();
    const { made, ctx, text } = asked;
    const later = await makeVersion(made, text.disclosure.id, { effectiveFrom: new Date("2999-01-01") });
    const other = await makeDisclosure(made);
    const foreign = await makeDisclosure(await makePractice());
    for (const { version } of [later, other, foreign]) {
      const tried = openRequest(ctx, { ...openingOf(asked), versionId: version.id });
      await expect(tried).rejects.toHaveProperty("name", "NotFound");
    }
    expect(await openedAt(asked)).toBeNull();
  });

  test("somebody else's question is not found, in this practice and in another", async () => {
    const asked = await makeAsked();
    for (const stranger of [await makePatient(asked.made), await makePatient(await makePractice())]) {
      const tried = openRequest(stranger.ctx, openingOf(asked));
      await expect(tried).rejects.toHaveProperty("name", "NotFound");
    }
    expect(await openedAt(asked)).toBeNull();
  });
});
