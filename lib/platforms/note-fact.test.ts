import { describe, expect, test } from "vitest";
import { NotFound } from "@/lib/errors";
import { readPractice } from "@/lib/in-practice";
import { testDatabase } from "@/test/database";
import { makePractice, trailOf } from "@/test/factories";
import { listFacts } from "./history";
import { noteFactInput } from "./input";
import { checkedFact, listedPlatform, seenPlatform } from "./listed.fixture";
import { noteFact } from "./note-fact";

await testDatabase();

async function makeListed() {
  const made = await makePractice();
  const { id } = await listedPlatform(made, { name: "", starter: "zoom" });
  const known = async () => (await seenPlatform(made, id)).facts.get("recording");
  return { made, id, fact: checkedFact(id), known };
}

test("what was noted last is known, and what was noted before stays with who noted it", async () => {
  const { made, id, fact, known } = await makeListed();
  await noteFact(made.therapist, fact);
  const { platformId: _, ...noted } = fact;
  expect(await known()).toMatchObject({ ...noted, notedBy: made.therapist.staffId });
  const facts = await readPractice(made.owner, (tx) => listFacts(tx, made.owner, id));
  const recording = facts.filter(({ key }) => key === "recording");
  expect(recording).toMatchObject([
    { value: "no", source: "checked", notedByName: "Test therapist" },
    { value: "yes", source: "vendor", notedByName: "Test owner" },
  ]);
});

test("the event is recorded", async () => {
  const { made, id, fact } = await makeListed();
  const { id: factId } = await noteFact(made.owner, fact);
  const event = { name: "platform.fact-noted", platformId: id, factId, key: "recording" };
  expect((await trailOf(made.practice.id)).at(-1)).toMatchObject(event);
});

describe("it is refused, and nothing is noted:", () => {
  test.each([
    ["a value of another key", { value: "good" }, "fact-value-unfit"],
    ["an agreement in part", { key: "vendor-agreement", value: "partly" }, "fact-value-unfit"],
    ["a value without a source", { source: "unknown" }, "fact-source-unfit"],
    ["a source of what nobody knows", { value: "unknown" }, "fact-source-unfit"],
    [
      "quality on the word of the vendor",
      { key: "quality", value: "good", source: "vendor" },
      "fact-source-unfit",
    ],
    ["recording as an experience", { source: "experience" }, "fact-source-unfit"],
    ["an opinion of nobody", { source: "opinion" }, "fact-opinion-of-nobody"],
    ["a check of a day to come", { checkedOn: "2999-01-01" }, "fact-in-future"],
    ["an end before it was checked", { goodUntil: "2026-01-11" }, "fact-over-before-checked"],
    ["an end in a mistyped year", { goodUntil: "2099-01-01" }, "day-years-away"],
    ["words that documents cannot show", { words: { en: "关", es: null } }, "text-not-drawable"],
  ] as const)("%s", async (_, wrong, reason) => {
    const { made, fact, known } = await makeListed();
    await expect(noteFact(made.owner, { ...fact, ...wrong })).rejects.toMatchObject({ reason });
    expect(await known()).toMatchObject({ source: "vendor" });
  });

  test("an agreement with a vendor, of the phone", async () => {
    const made = await makePractice();
    const { id } = await listedPlatform(made, { kind: "phone" });
    const noted = noteFact(made.owner, checkedFact(id, { key: "vendor-agreement", value: "yes" }));
    await expect(noted).rejects.toMatchObject({ reason: "fact-not-of-platform" });
  });
});

test("an opinion says whose it is, and nothing else keeps a name", async () => {
  const { made, fact, known } = await makeListed();
  await noteFact(made.owner, { ...fact, source: "opinion", sourceName: " Dr.  Alder " });
  expect(await known()).toMatchObject({ source: "opinion", sourceName: "Dr. Alder" });
  await noteFact(made.owner, { ...fact, sourceName: "Dr. Alder" });
  expect(await known()).toMatchObject({ source: "checked", sourceName: null });
});

test("another practice does not find the platform", async () => {
  const { fact } = await makeListed();
  const { owner } = await makePractice();
  await expect(noteFact(owner, fact)).rejects.toBeInstanceOf(NotFound);
});

test("of two at once both are kept, and the later one is known", async () => {
  const { made, id, fact, known } = await makeListed();
  const both = [noteFact(made.owner, fact), noteFact(made.therapist, { ...fact, value: "partly" })];
  await Promise.all(both);
  const facts = await readPractice(made.owner, (tx) => listFacts(tx, made.owner, id));
  expect(facts.filter(({ key }) => key === "recording")).toHaveLength(3);
  expect((await known())?.id).toBe(facts.find(({ key }) => key === "recording")?.id);
});

describe("a form", () => {
  const typed = {
    platformId: "01890a5d-ac96-774b-bcce-b302099a8057",
    key: "recording",
    value: "no",
    source: "checked",
    words: { en: "Off.", es: "" },
    sourceName: "",
    link: "",
    checkedOn: "2026-01-12",
    goodUntil: "",
  };

  test("leaves out what it does not say", () => {
    const nothing = { words: { en: "Off.", es: null }, sourceName: null, link: null, goodUntil: null };
    expect(noteFactInput.parse(typed)).toMatchObject(nothing);
  });

  test("need not say where what nobody knows comes from", () => {
    const { source: _, ...rest } = typed;
    expect(noteFactInput.parse({ ...rest, value: "unknown" })).toMatchObject({ source: "unknown" });
    expect(noteFactInput.parse({ ...typed, value: "unknown" })).toMatchObject({ source: "unknown" });
  });

  test.each([
    ["a platform that is no id", { platformId: "zoom" }],
    ["a key there is not", { key: "weather" }],
    ["a link that runs a script", { link: "javascript:alert(1)" }],
    ["a day there is not", { checkedOn: "2026-02-30" }],
    ["no day", { checkedOn: "" }],
    ["too many words", { words: { en: "a".repeat(301), es: "" } }],
    ["a name that turns the line around", { sourceName: "\u202eA" }],
  ])("with %s does not pass", (_, wrong) => {
    expect(noteFactInput.safeParse({ ...typed, ...wrong }).success).toBe(false);
  });
});
