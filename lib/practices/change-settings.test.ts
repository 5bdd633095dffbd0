import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { eventDetails, events } from "@/db/schema";
import { readPractice } from "@/lib/in-practice";
import { testDatabase } from "@/test/database";
import { makePractice, trailOf } from "@/test/factories";
import { changeSettings } from "./change-settings";
import type { ChangeSettingsInput } from "./input";
import { getPractice } from "./queries";

await testDatabase();

const harbor: ChangeSettingsInput = {
  name: "Harbor",
  phone: "(555) 010-0100",
  timeZone: "America/New_York",
  crisisLine: { en: "112", es: "112" },
};

test("the owner changes what patients read, and the trail says what it was before", async () => {
  const { owner, practice } = await makePractice({ name: "Harbour" });
  await changeSettings(owner, { ...harbor, name: "  Harbor ", phone: practice.phone });

  await readPractice(owner, async (tx) => {
    expect(await getPractice(tx, owner)).toMatchObject(harbor);
    const [event] = await tx
      .select({ details: eventDetails.details })
      .from(eventDetails)
      .innerJoin(events, eq(events.id, eventDetails.eventId))
      .where(and(eq(events.practiceId, owner.practiceId), eq(events.name, "settings.changed")));
    const { en, es } = practice.crisisLine;
    const before = { timeZone: practice.timeZone, crisisLineEn: en, crisisLineEs: es };
    expect(event?.details).toEqual({ name: "Harbour", ...before });
  });
  expect(await trailOf(owner.practiceId)).toMatchObject([
    { name: "settings.changed", changed: ["name", "timeZone", "crisisLineEn", "crisisLineEs"] },
  ]);
});

test("the same settings again are no event", async () => {
  const { owner } = await makePractice(harbor);
  await changeSettings(owner, harbor);
  expect(await trailOf(owner.practiceId)).toEqual([]);
});

test.each<[string, Partial<ChangeSettingsInput>]>([
  ["name-empty", { name: "\u2060" }],
  ["name-not-drawable", { name: "Harbor 王" }],
  ["phone-malformed", { phone: "(555) 010\u20110100" }],
  ["unknown-time-zone", { timeZone: "+02:00" }],
  ["crisis-line-empty", { crisisLine: { en: " ", es: "112" } }],
  ["crisis-line-unreadable", { crisisLine: { en: "112", es: "1\u202e12" } }],
  ["crisis-line-not-drawable", { crisisLine: { en: "112 ☎", es: "112" } }],
])("%s is refused, and nothing changes", async (reason, change) => {
  const { owner } = await makePractice(harbor);
  await expect(changeSettings(owner, { ...harbor, ...change })).rejects.toMatchObject({ reason });
  expect(await trailOf(owner.practiceId)).toEqual([]);
});

test.each(["therapist", "office", "auditor"] as const)("the %s may not", async (role) => {
  const made = await makePractice();
  await expect(changeSettings(made[role], harbor)).rejects.toMatchObject({ reason: "not-your-role" });
});

test("another practice keeps its settings", async () => {
  const other = await makePractice({ name: "Lakeside" });
  await changeSettings((await makePractice()).owner, harbor);
  const kept = await readPractice(other.owner, (tx) => getPractice(tx, other.owner));
  expect(kept.name).toBe("Lakeside");
});

test("of two at once that change the same, one is an event", async () => {
  const { owner } = await makePractice();
  await Promise.all([changeSettings(owner, harbor), changeSettings(owner, harbor)]);
  expect(await trailOf(owner.practiceId)).toHaveLength(1);
});
