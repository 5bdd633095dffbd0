import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { disclosures } from "@/db/schema";
import { readPractice } from "@/lib/in-practice";
import { testDatabase } from "@/test/database";
import { type MadePractice, makePractice, trailOf } from "@/test/factories";
import { createDisclosure } from "./create-disclosure";
import type { DisclosureKind } from "./kinds";

await testDatabase();
afterAll(closeDatabase);

const input = { kind: "email-risk", key: "e-mail", position: 1 } as const;

const stored = (made: MadePractice) => readPractice(made.system, (tx) => tx.select().from(disclosures));

describe("creating a disclosure", () => {
  test("writes it, with who created it", async () => {
    const made = await makePractice();
    const { id } = await createDisclosure(made.owner, input);
    const createdBy = made.owner.staffId;
    expect(await stored(made)).toEqual([expect.objectContaining({ id, ...input, createdBy })]);
  });

  test("is needed by those its kind concerns, and nobody has to be on video to need what comes before", async () => {
    const made = await makePractice();
    const audienceOfNew = async (kind: DisclosureKind) =>
      (await createDisclosure(made.owner, { kind, key: kind, position: 1 })).audience;
    expect(await audienceOfNew("platform-disclosure")).toBe("everyone");
    expect(await audienceOfNew("video-sharing-consent")).toBe("recorded");
    expect(await audienceOfNew("authorization")).toBe("by-hand");
  });

  test("records the event", async () => {
    const made = await makePractice();
    const { id } = await createDisclosure(made.owner, input);
    const recorded = { name: "disclosure.created", disclosureId: id, kind: "email-risk" };
    expect(await trailOf(made.practice.id)).toEqual([expect.objectContaining(recorded)]);
  });

  test("is refused when the key is taken, and records nothing", async () => {
    const made = await makePractice();
    await createDisclosure(made.owner, input);
    const again = createDisclosure(made.therapist, { ...input, kind: "privacy-notice", position: 2 });
    await expect(again).rejects.toMatchObject({ name: "Refused", reason: "key-taken" });
    expect(await stored(made)).toHaveLength(1);
    expect(await trailOf(made.practice.id)).toHaveLength(1);
  });

  test("the office may not", async () => {
    const made = await makePractice();
    await expect(createDisclosure(made.office, input)).rejects.toMatchObject({ reason: "not-your-role" });
    expect(await stored(made)).toEqual([]);
  });

  test("another practice's key takes nothing away, and neither sees the other's", async () => {
    const [made, other] = [await makePractice(), await makePractice()];
    await createDisclosure(other.owner, input);
    const { id } = await createDisclosure(made.owner, input);
    expect((await stored(made)).map((row) => row.id)).toEqual([id]);
  });

  test("of two at once one wins, and the other learns why", async () => {
    const made = await makePractice();
    const both = await Promise.allSettled([
      createDisclosure(made.owner, input),
      createDisclosure(made.therapist, input),
    ]);
    const lost = both.find(({ status }) => status === "rejected");
    expect(lost).toMatchObject({ reason: { reason: "key-taken" } });
    expect(await stored(made)).toHaveLength(1);
  });
});
