import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { dayIn } from "@/app/desk/_kit/search-params";
import { joinGroupInput, leaveGroupInput, makeGroupInput } from "@/lib/groups/input";
import { inputReason } from "@/lib/input-reason";
import { pastDay } from "@/lib/past-day";
import { noteFactInput } from "@/lib/platforms/input";
import { attestSafeguardInput } from "@/lib/safeguards/input";
import { noteExplainedInput } from "@/lib/trade-offs/input";

test.each([
  ["2026-03-03", undefined],
  ["1900-01-01", undefined],
  ["0026-03-03", "day-too-early"],
  ["0001-01-01", "day-too-early"],
  ["2026-02-30", "day-malformed"],
  ["", "day-malformed"],
])("a day remembered as %j", (day, reason) => {
  expect(pastDay.safeParse(day, { error: inputReason }).error?.issues[0]?.message).toBe(reason);
});

const checked = {
  key: "vendor-agreement",
  value: "yes",
  words: { en: "", es: "" },
  source: "checked",
  link: "",
};
const fact = { ...checked, platformId: randomUUID(), sourceName: "", goodUntil: "" };

test.each([
  ["when a group was made", (day: string) => makeGroupInput.shape.joinedOn.safeParse(day).success],
  ["when somebody joined it", (day: string) => joinGroupInput.shape.joinedOn.safeParse(day).success],
  ["when somebody left it", (day: string) => leaveGroupInput.shape.leftOn.safeParse(day).success],
  ["when a fact was checked", (day: string) => noteFactInput.safeParse({ ...fact, checkedOn: day }).success],
  ["when a claim was checked", (day: string) => attestSafeguardInput.shape.checkedOn.safeParse(day).success],
  ["when it was explained", (day: string) => noteExplainedInput.shape.explainedOn.safeParse(day).success],
  ["in an address", (day: string) => dayIn({ from: day }, "from") === day],
])("a year that no calendar of ours has is no day: %s", (_, isTaken) => {
  expect(isTaken("2026-03-03")).toBe(true);
  for (const day of ["0000-01-01", "0001-01-01"]) expect(isTaken(day)).toBe(false);
});
