import { describe, expect, test } from "vitest";
import { readPractice } from "@/lib/in-practice";
import { whyNotDrawable } from "@/lib/paper/fonts";
import { testDatabase } from "@/test/database";
import { makePractice, trailOf } from "@/test/factories";
import { sourcesOf, valuesOf } from "./facts";
import { addPlatformInput } from "./input";
import { listedPlatform, seenPlatform } from "./listed.fixture";
import { listPlatforms } from "./queries";
import { hasCurrentAgreement } from "./rules";
import { starterKeys, starters, startersDate } from "./starters";

await testDatabase();

test("a service is listed by its own name, and nothing is said about it", async () => {
  const made = await makePractice();
  const { id } = await listedPlatform(made, { name: "  Clearline  Care " });
  const seen = await seenPlatform(made, id);
  expect(seen).toMatchObject({ kind: "video", name: "Clearline Care", addedBy: made.owner.staffId });
  expect(seen.facts.size).toBe(0);
});

test("the event is recorded, and one for each fact that comes along", async () => {
  const made = await makePractice();
  const { id } = await listedPlatform(made, { name: "", starter: "doxy-me" });
  const [listed, ...noted] = await trailOf(made.practice.id);
  expect(listed).toMatchObject({ name: "platform.listed", platformId: id, kind: "video" });
  expect(noted).toHaveLength(starters["doxy-me"].facts.length);
  expect(noted.every(({ name }) => name === "platform.fact-noted")).toBe(true);
});

test.each(starterKeys)(
  "what %s brings along is marked, dated, and checked by nobody here",
  async (starter) => {
    const made = await makePractice();
    const { id } = await listedPlatform(made, { name: "", starter });
    const seen = await seenPlatform(made, id);
    expect(seen.name).toBe(starters[starter].name);
    for (const [key, { value, source, checkedOn, words }] of seen.facts) {
      expect(source).not.toBe("checked");
      expect(checkedOn).toBe(startersDate);
      expect(valuesOf(key)).toContain(value);
      expect([...sourcesOf(key), "unknown"]).toContain(source);
      expect(whyNotDrawable(`${words?.en}${words?.es}`)).toBeNull();
    }
    expect(seen.facts.get("vendor-agreement")).toMatchObject({ value: "unknown", source: "unknown" });
    expect(hasCurrentAgreement(seen, startersDate)).toBe(false);
  },
);

describe("it is refused", () => {
  test.each([
    ["by a name that is listed, in other letters", { name: "CLEARLINE" }, { name: "clearline" }],
    ["as a service that is listed", { name: "", starter: "zoom" }, { name: "zoom" }],
    ["as a second phone", { kind: "phone", name: "" }, { kind: "phone", name: "the other" }],
  ] as const)("%s", async (_, first, second) => {
    const made = await makePractice();
    await listedPlatform(made, first);
    const again = listedPlatform(made, second);
    await expect(again).rejects.toMatchObject({ reason: "platform-already-listed" });
  });

  test("by a name that documents cannot show", async () => {
    const named = listedPlatform(await makePractice(), { name: "会议" });
    await expect(named).rejects.toMatchObject({ reason: "name-not-drawable" });
  });

  test.each([
    ["without a name", { way: "another", name: " " }],
    ["with a name that turns the line around", { way: "another", name: "\u202eA" }],
    ["as a way there is not", { way: "letter" }],
    ["when nothing is chosen", { name: "Clearline" }],
  ])("%s, beside its field", (_, typed) => {
    expect(addPlatformInput.safeParse(typed).success).toBe(false);
  });
});

test.each([
  [{ way: "phone" }, { kind: "phone", name: "", starter: null }],
  [
    { way: "doxy-me", name: "" },
    { kind: "video", name: "", starter: "doxy-me" },
  ],
  [
    { way: "another", name: "Clearline" },
    { kind: "video", name: "Clearline", starter: null },
  ],
])("a form says %o", (typed, input) => {
  expect(addPlatformInput.parse(typed)).toEqual(input);
});

test("another practice lists the same service for itself", async () => {
  const [made, other] = [await makePractice(), await makePractice()];
  const { id } = await listedPlatform(made);
  await listedPlatform(other);
  const theirs = await readPractice(other.owner, (tx) => listPlatforms(tx, other.owner));
  expect(theirs.map((one) => one.name)).toEqual(["Clearline"]);
  expect(theirs.some((one) => one.id === id)).toBe(false);
});

test("of two at once, one lists it", async () => {
  const made = await makePractice();
  const both = [listedPlatform(made), listedPlatform(made)];
  const outcomes = (await Promise.allSettled(both)).map(({ status }) => status);
  expect(outcomes.toSorted()).toEqual(["fulfilled", "rejected"]);
});
