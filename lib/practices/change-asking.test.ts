import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { readPractice } from "@/lib/in-practice";
import { testDatabase } from "@/test/database";
import { makePractice, quietNights, trailOf } from "@/test/factories";
import { type AskingSettings, askingFacts } from "./asking-rules";
import { changeAsking } from "./change-asking";
import { changeAskingInput } from "./input";
import { getPractice } from "./queries";

await testDatabase();
afterAll(closeDatabase);

const usual: AskingSettings = {
  quietFrom: "21:00",
  quietUntil: "08:00",
  reminderDays: 7,
  mostReminders: 3,
  renewalDays: 30,
  stopMinutes: 10,
  recordingAfterMeeting: true,
};
const stored = async (made: Awaited<ReturnType<typeof makePractice>>) =>
  askingFacts(await readPractice(made.system, (tx) => getPractice(tx, made.system)));

describe("how patients are asked", () => {
  test("is changed, and recorded by what changed", async () => {
    const made = await makePractice(quietNights);
    const next = { ...usual, quietFrom: "", quietUntil: "", reminderDays: 3, recordingAfterMeeting: false };
    await changeAsking(made.owner, next);
    expect(await stored(made)).toEqual(next);
    expect((await trailOf(made.practice.id)).at(-1)).toMatchObject({
      name: "settings.changed",
      changed: ["quietFrom", "quietUntil", "reminderDays", "recordingAfterMeeting"],
    });
  });

  test("unchanged is no event", async () => {
    const made = await makePractice(quietNights);
    await changeAsking(made.owner, usual);
    expect(await trailOf(made.practice.id)).toEqual([]);
  });

  test.each<[string, Partial<AskingSettings>, string]>([
    ["quiet hours that begin when they end", { quietFrom: "08:00" }, "quiet-hours-empty"],
    ["half of the quiet hours", { quietUntil: "" }, "quiet-hours-half"],
    ["a time there is not", { quietFrom: "24:30" }, "time-malformed"],
    ["no day between two words", { reminderDays: 0 }, "number-out-of-range"],
    ["a hundred reminders", { mostReminders: 100 }, "number-out-of-range"],
    ["no day ahead", { renewalDays: 0 }, "number-out-of-range"],
    ["half a minute", { stopMinutes: 0.5 }, "number-out-of-range"],
  ])("%s is refused, beside its field too", async (_, change, reason) => {
    const made = await makePractice(quietNights);
    await expect(changeAsking(made.owner, { ...usual, ...change })).rejects.toMatchObject({ reason });
    expect(await stored(made)).toEqual(usual);
    expect(changeAskingInput.safeParse({ ...usual, ...change }).success).toBe(false);
  });

  test("is read from a form, where an empty box says no", () => {
    const { recordingAfterMeeting: _, ...rest } = usual;
    const typed = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)]));
    expect(changeAskingInput.parse(typed)).toEqual({ ...usual, recordingAfterMeeting: false });
    expect(changeAskingInput.parse({ ...typed, recordingAfterMeeting: "on" })).toEqual(usual);
  });

  test("only the owner may, and each in their own practice; two at once are both kept in order", async () => {
    const made = await makePractice(quietNights);
    const other = await makePractice(quietNights);
    await expect(changeAsking(made.office, usual)).rejects.toMatchObject({ reason: "not-your-role" });
    await Promise.all([
      changeAsking(made.owner, { ...usual, stopMinutes: 20 }),
      changeAsking(made.owner, { ...usual, stopMinutes: 30 }),
    ]);
    expect([20, 30]).toContain((await stored(made)).stopMinutes);
    expect(await stored(other)).toEqual(usual);
  });
});
