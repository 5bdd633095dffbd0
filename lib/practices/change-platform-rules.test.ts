import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { readPractice } from "@/lib/in-practice";
import { testDatabase } from "@/test/database";
import { type MadePractice, makePractice, trailOf } from "@/test/factories";
import { changePlatformRules } from "./change-platform-rules";
import { changePlatformRulesInput } from "./input";
import { getPractice } from "./queries";

await testDatabase();
afterAll(closeDatabase);

const usual = { requiresVendorAgreement: true, platformAnswerDays: 3 };
const stored = ({ system }: MadePractice) => readPractice(system, (tx) => getPractice(tx, system));

describe("what the owner says about platforms", () => {
  test("is changed, and recorded by what changed", async () => {
    const made = await makePractice();
    const next = { requiresVendorAgreement: false, platformAnswerDays: 5 };
    await changePlatformRules(made.owner, next);
    expect(await stored(made)).toMatchObject(next);
    expect((await trailOf(made.practice.id)).at(-1)).toMatchObject({
      name: "settings.changed",
      changed: ["requiresVendorAgreement", "platformAnswerDays"],
    });
  });

  test("unchanged is no event", async () => {
    const made = await makePractice();
    await changePlatformRules(made.owner, usual);
    expect(await trailOf(made.practice.id)).toEqual([]);
  });

  test.each([[0], [31], [2.5]])("within %s days is refused, beside its field too", async (days) => {
    const made = await makePractice();
    const input = { ...usual, platformAnswerDays: days };
    await expect(changePlatformRules(made.owner, input)).rejects.toMatchObject({
      reason: "number-out-of-range",
    });
    expect(await stored(made)).toMatchObject(usual);
    expect(changePlatformRulesInput.safeParse(input).success).toBe(false);
  });

  test("is read from a form, where an empty box says no", () => {
    const typed = { platformAnswerDays: "7" };
    const read = { platformAnswerDays: 7, requiresVendorAgreement: false };
    expect(changePlatformRulesInput.parse(typed)).toEqual(read);
    const ticked = { ...typed, requiresVendorAgreement: "on" };
    expect(changePlatformRulesInput.parse(ticked)).toEqual({ ...read, requiresVendorAgreement: true });
  });

  test("only the owner may, and each in their own practice; two at once are both kept in order", async () => {
    const [made, other] = [await makePractice(), await makePractice()];
    await expect(changePlatformRules(made.therapist, usual)).rejects.toMatchObject({
      reason: "not-your-role",
    });
    await Promise.all([
      changePlatformRules(made.owner, { ...usual, platformAnswerDays: 10 }),
      changePlatformRules(made.owner, { ...usual, platformAnswerDays: 20 }),
    ]);
    expect([10, 20]).toContain((await stored(made)).platformAnswerDays);
    expect(await stored(other)).toMatchObject(usual);
  });
});
