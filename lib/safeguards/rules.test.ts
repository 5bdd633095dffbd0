import { describe, expect, test } from "vitest";
import { findPromises } from "@/lib/drafts/checks/promises";
import { languages } from "@/lib/languages";
import { claimKeyOf } from "@/lib/markdown/claim-address";
import { addSafeguardInput, addStartersInput, attestSafeguardInput } from "./input";
import { claimKey, longestKey, whyNotAttest, whyNotClaim, whyNotDrop, whyNotTakeUp } from "./rules";
import { starterKeys, starters } from "./starters";

const day = new Date("2026-01-12");

test.each([
  ["Recording to the cloud is off", "recording-to-the-cloud-is-off"],
  ["  It’s Zoë's drive — encrypted! ", "its-zoes-drive-encrypted"],
  ["100 % of it", "100-of-it"],
  ["¿¡…!?", ""],
  ["日本", ""],
  ["a".repeat(80), "a".repeat(60)],
  [`${"a".repeat(59)} bc`, "a".repeat(59)],
])("the key of %j is %j", (claim, key) => {
  expect(claimKey(claim)).toBe(key);
  if (key) expect(claimKeyOf(`safeguard:${key}`)).toBe(key);
  expect(key.length).toBeLessThanOrEqual(longestKey);
});

test.each([
  [null, null],
  [{ droppedAt: null }, "claim-already-made"],
  [{ droppedAt: day }, "claim-was-dropped"],
])("a key that %j has: %s", (sameKey, refusal) => {
  expect(whyNotClaim(sameKey)).toBe(refusal);
});

test("only a live claim is dropped, and only a dropped one taken up", () => {
  expect(whyNotDrop({ droppedAt: null })).toBeNull();
  expect(whyNotDrop({ droppedAt: day })).toBe("claim-dropped");
  expect(whyNotTakeUp({ droppedAt: day })).toBeNull();
  expect(whyNotTakeUp({ droppedAt: null })).toBe("claim-not-dropped");
});

test.each([
  ["today", {}, null],
  ["yesterday", { checkedOn: "2026-03-02" }, null],
  ["tomorrow", { checkedOn: "2026-03-04" }, "attested-in-future"],
  ["of somebody else's account", { staffId: "other" }, "not-your-account"],
  ["of another account, tomorrow", { staffId: "other", checkedOn: "2026-03-04" }, "not-your-account"],
])("a check %s: %j gives %s", (_, change, refusal) => {
  const said = { staffId: "me", checkedOn: "2026-03-03", ...change };
  expect(whyNotAttest({ droppedAt: null }, said, { oneselfId: "me", today: "2026-03-03" })).toBe(refusal);
});

test("a claim that is made no more is not checked", () => {
  const said = { staffId: "me", checkedOn: "2026-03-03" };
  const asked = { oneselfId: "me", today: "2026-03-03" };
  expect(whyNotAttest({ droppedAt: day }, said, asked)).toBe("claim-dropped");
});

describe("what is sent", () => {
  const id = "019ab0f0-0000-7000-8000-000000000002";
  const words = { en: "I lock the door.", es: "Cierro la puerta. " };
  const own = { kind: "habit", platformId: "", intervalDays: "90", claim: words, intent: words };
  const read = (change: object) => addSafeguardInput.safeParse({ ...own, ...change });

  test("a claim is kept without its full stop, for every medium unless one is named", () => {
    const claim = { en: "I lock the door", es: "Cierro la puerta" };
    expect(read({}).data).toEqual({
      kind: "habit",
      platformId: null,
      intervalDays: 90,
      claim,
      intent: claim,
    });
    expect(read({ platformId: id }).data?.platformId).toBe(id);
  });

  test.each([
    ["no Spanish", { claim: { en: "I lock the door", es: " . " } }],
    ["no English", { claim: { en: "", es: "Cierro la puerta" } }],
    ["no letter a key may have", { claim: { en: "…!", es: "Cierro la puerta" } }],
    ["no intent", { intent: { en: "", es: "" } }],
    ["too many words", { claim: { en: "a".repeat(301), es: "a" } }],
    ["an interval of no day", { intervalDays: "0" }],
    ["an interval of more than two years", { intervalDays: "731" }],
    ["half a day", { intervalDays: "1.5" }],
    ["no kind", { kind: "promise" }],
    ["a platform that is no id", { platformId: "zoom" }],
  ])("%s does not pass", (_, change) => {
    expect(read(change).success).toBe(false);
  });

  test("prepared claims are known ones, and at least one", () => {
    const read = (keys: unknown) => addStartersInput.safeParse({ keys, platformId: "" }).success;
    expect([read(["passcode"]), read([]), read(["anything"])]).toEqual([true, false, false]);
  });

  test("a check names a day there is, and what was seen", () => {
    const said = { safeguardId: id, staffId: id, outcome: "holds", checkedOn: "2026-02-28", note: " " };
    const read = (change: object) => attestSafeguardInput.safeParse({ ...said, ...change });
    expect(read({}).data?.note).toBeNull();
    for (const wrong of [{ checkedOn: "2026-02-30" }, { outcome: "" }, { note: "a".repeat(2_001) }])
      expect(read(wrong).success).toBe(false);
  });
});

test.each(starterKeys)(
  "the prepared claim %s fits as it is, promises nothing and has another form",
  (key) => {
    const { ofPlatform: _, ...starter } = starters[key];
    expect(addSafeguardInput.parse({ ...starter, platformId: null })).toEqual({
      ...starter,
      platformId: null,
    });
    for (const language of languages) {
      expect(findPromises(starter.claim[language], language)).toEqual([]);
      expect(starter.intent[language]).toMatch(language === "en" ? /^I intend to / : /^Me propongo /);
    }
    expect(claimKeyOf(`safeguard:${key}`)).toBe(key);
  },
);
