import { expect, test } from "vitest";
import type { PublishDraftInput } from "@/lib/disclosures/input";
import { mustSay } from "@/lib/drafts/checks/must-say";
import { type Language, languages } from "@/lib/languages";
import type { NamedPlatform } from "@/lib/platforms/platform-name";
import type { Claim } from "@/lib/safeguards/claims";
import { claim } from "./claim.fixture";
import type { DraftContent } from "./draft-content";
import { draft, draftItem, draftText } from "./drafts.fixture";
import type { FollowingEnglish } from "./following-english";
import { nextVersion } from "./next-version";
import { differenceAsFault, type Paper } from "./paper-rules";
import { partKey } from "./part-key";
import { publishProblems } from "./publish-problems";
import { draftSha256 } from "./version-of-draft";

const timeZone = "America/Los_Angeles";
/** Noon of the twelfth there. */
const now = new Date("2026-01-12T20:00:00Z");
const before = new Date("2026-01-02T08:00:00Z");
const first = { id: "v1", number: 1, change: "material", earlierAnswersUntil: null } as const;

const kind = "ai-transcription" as const;
const texts = { en: "other", es: "other" };
const latest = { ...first, effectiveFrom: before, texts, answersLastMonths: null };
const chosen: PublishDraftInput = {
  disclosureId: "d1",
  revision: 1,
  change: "material",
  summaries: { en: "New.", es: "Nuevo." },
  effectiveOn: "2026-01-12",
  reviewBy: "2026-07-01",
  earlier: "end",
  earlierUntil: null,
  saidOtherwise: languages.flatMap((one) => mustSay(kind).map((part) => partKey(one, part))),
  leftOut: [],
  unread: [],
};

type Given = {
  choices?: Partial<PublishDraftInput>;
  content?: Partial<DraftContent>;
  latest?: typeof latest | null;
  reviewed?: readonly string[];
  claims?: readonly Claim[];
  papers?: Partial<Record<Language, Partial<Paper>>>;
  following?: ReadonlyMap<Language, FollowingEnglish>;
};

const checked: Paper = { revision: 1, drawnAt: now, fault: null };
const papersOf = (changed: Given["papers"] = {}) =>
  new Map(languages.map((one) => [one, { ...checked, ...changed[one] }]));

function problemsOf(given: Given) {
  const content = draft(given.content);
  const choices = { ...chosen, ...given.choices };
  const before = given.latest === undefined ? latest : given.latest;
  const next = nextVersion(content, choices, { now, timeZone, latest: before });
  const reviewed = given.reviewed ?? [draftSha256(content, "es") ?? ""];
  const about = { kind, latest: before, reviewed, content, choices, next, now, timeZone };
  const papers = papersOf(given.papers);
  const facts = {
    ...about,
    papers,
    claims: given.claims ?? [],
    defaultPlatform: null,
    following: given.following ?? new Map(),
  };
  return publishProblems(facts).map(({ field, reason }) => `${field}: ${reason}`);
}

const english = (change: Parameters<typeof draftText>[0]) => ({
  texts: { en: draftText(change), es: draftText({ title: "Grabar" }) },
});
const behind = new Map([["es" as const, { is: "behind" as const, textSha256: "a", englishSha256: "b" }]]);
const onlyEnglish = { texts: { en: draftText(), es: null } };
const sameAsNow = (content = draft()) => ({
  ...latest,
  texts: { en: draftSha256(content, "en") ?? "", es: draftSha256(content, "es") ?? "" },
});

test.each<[string, Given, string[]]>([
  ["a change with everything said", {}, []],
  [
    "the first text needs no summary and ends nothing",
    { latest: null, choices: { summaries: { en: "", es: "" }, earlier: null } },
    [],
  ],
  ["a language left as it was when English changed", { following: behind }, ["behind: translation-behind"]],
  ["which is not published", { content: onlyEnglish, choices: { leftOut: ["es"] }, following: behind }, []],
  ["a copy drawn of what was saved before", { papers: { es: { revision: 0 } } }, ["texts: paper-unchecked"]],
  ["a copy that waits to be drawn", { papers: { en: { drawnAt: null } } }, ["texts: paper-unchecked"]],
  [
    "a copy that would say something else",
    { papers: { en: { fault: differenceAsFault("Where it is At home") } } },
    ["texts: paper-differs"],
  ],
  [
    "a copy that loses a page",
    { papers: { en: { fault: differenceAsFault("the foot of page 4") } } },
    ["texts: paper-loses-page"],
  ],
  ["a copy that could not be drawn", { papers: { es: { fault: "unexpected" } } }, ["texts: paper-not-drawn"]],
  [
    "a copy of a language that is left out",
    { papers: { es: { fault: "unexpected" } }, choices: { leftOut: ["es"] } },
    [],
  ],
  ["wording only", { choices: { change: "editorial", earlier: null } }, []],
  [
    "earlier answers count until a later day",
    { choices: { earlier: "until", earlierUntil: "2026-02-01" } },
    [],
  ],
  ["the same text again", { latest: sameAsNow() }, ["texts: text-unchanged"]],
  ["the same text again, for a year", { latest: sameAsNow(), content: { answersLastMonths: 12 } }, []],
  [
    "an empty summary in one language",
    { choices: { summaries: { en: "New.", es: "" } } },
    ["summaries.es: change-summary-missing"],
  ],
  ["a day that is over", { choices: { effectiveOn: "2026-01-11" } }, ["effectiveOn: effective-in-past"]],
  [
    "a year mistyped",
    { choices: { effectiveOn: "2062-01-12", reviewBy: "9999-12-31" } },
    ["effectiveOn: day-too-far", "reviewBy: day-too-far"],
  ],
  ["two years ahead", { choices: { effectiveOn: "2028-01-12", reviewBy: "2030-01-12" } }, []],
  [
    "earlier answers that count until a year mistyped",
    { choices: { earlier: "until", earlierUntil: "2926-02-01" } },
    ["earlierUntil: day-too-far"],
  ],
  [
    "a day before that of the latest text",
    { latest: { ...latest, effectiveFrom: new Date("2026-02-01") } },
    ["effectiveOn: effective-before-earlier-version"],
  ],
  [
    "to be looked at again on the day itself",
    { choices: { reviewBy: "2026-01-12" } },
    ["reviewBy: review-before-effective"],
  ],
  [
    "nothing said about earlier answers",
    { choices: { earlier: null } },
    ["earlier: earlier-answers-undecided"],
  ],
  [
    "no day for earlier answers",
    { choices: { earlier: "until" } },
    ["earlierUntil: earlier-answers-undecided"],
  ],
  [
    "earlier answers that end before the text counts",
    { choices: { earlier: "until", earlierUntil: "2026-01-19", effectiveOn: "2026-01-20" } },
    ["earlierUntil: earlier-answers-before-effective"],
  ],
  [
    "earlier answers that end with the day the text counts",
    { choices: { earlier: "until", earlierUntil: "2026-01-20", effectiveOn: "2026-01-20" } },
    [],
  ],
  [
    "wording only that would end earlier answers",
    { choices: { change: "editorial" } },
    ["earlier: earlier-answers-not-asked"],
  ],
  ["no title", { content: english({ title: " " }) }, ["texts: title-missing"]],
  ["nothing in short", { content: english({ inShort: "" }) }, ["texts: in-short-missing"]],
  ["nothing to read", { content: english({ body: "" }) }, ["texts: body-missing"]],
  ["nothing to answer", { content: { items: [] } }, ["texts: uses-missing", "texts: uses-missing"]],
  ["a letter no document has", { content: english({ body: "龍" }) }, ["texts: text-not-drawable"]],
  ["a blank nobody filled in", { content: english({ body: "Call [phone]." }) }, ["texts: blank-unfilled"]],
  ["a language not begun", { content: onlyEnglish }, ["languages: language-undecided"]],
  ["a language left out on purpose", { content: onlyEnglish, choices: { leftOut: ["es"] } }, []],
  ["every language left out", { choices: { leftOut: ["en", "es"] } }, ["languages: language-needed"]],
  ["a translation nobody has read", { reviewed: [] }, ["unread: translation-unread"]],
  ["the same, on purpose", { reviewed: [], choices: { unread: ["es"] } }, []],
  ["another letter than was read", { reviewed: ["before"] }, ["unread: translation-unread"]],
])("%s", (_, given, problems) => {
  expect(problemsOf(given)).toEqual(problems);
});

test.each<[string, readonly Claim[], string[]]>([
  ["checked lately", [claim("fresh")], []],
  ["to be checked soon", [claim("soon")], []],
  ["lapsed", [claim("lapsed")], ["texts: claim-not-fresh"]],
  ["found not to hold", [claim("failed")], ["texts: claim-not-fresh"]],
  ["checked by nobody yet", [claim("never")], ["texts: claim-not-fresh"]],
  ["dropped", [claim("fresh", before)], ["texts: claim-unknown"]],
  ["made by nobody", [], ["texts: claim-unknown"]],
])("a text that repeats a claim %s", (_, claims, problems) => {
  const body = "[The door is shut](safeguard:door). [Shut](safeguard:door), I say.";
  expect(problemsOf({ content: english({ body }), claims })).toEqual(problems);
  expect(problemsOf({ claims })).toEqual([]);
});

test("a use without its question is named by its place and language", () => {
  const { texts, ...item } = draftItem();
  const items = [{ ...item, texts: { ...texts, es: { ...texts.es, label: "" } } }];
  expect(problemsOf({ content: { items } })).toEqual(["texts: label-missing"]);
});

test("each part that must be said is missed in each language, unless the author says it is there", () => {
  const missed = problemsOf({ choices: { saidOtherwise: [] } });
  expect(new Set(missed)).toEqual(new Set(["texts: must-say-missing"]));
  const [part = "take-back"] = mustSay(kind);
  expect(problemsOf({ choices: { saidOtherwise: [partKey("es", part)] } })).toHaveLength(missed.length - 1);
});

test.each([
  ["names it in its title", "platform-disclosure", { title: "I use Zoom" }, []],
  ["names it in what is short", "platform-disclosure", { inShort: "We meet on ZOOM." }, []],
  ["names it in what is long", "platform-disclosure", { body: "## Why\n\nBecause **Zoom** is known." }, []],
  ["names another", "platform-disclosure", { body: "I use Zoomer." }, ["texts: default-platform-unnamed"]],
  ["of another kind names none", "recording-consent", {}, []],
] as const)("the text that says how one meets %s", (_, about, change, expected) => {
  const content = draft({ texts: { en: draftText(change), es: null } });
  const choices = { ...chosen, leftOut: ["es" as const] };
  const next = nextVersion(content, choices, { now, timeZone, latest });
  const facts = { kind: about, latest, reviewed: [], content, choices, next, now, timeZone };
  const found = (defaultPlatform: NamedPlatform | null) =>
    publishProblems({ ...facts, papers: papersOf(), claims: [], defaultPlatform, following: new Map() })
      .map(({ field, reason }) => `${field}: ${reason}`)
      .filter((words) => !words.includes("must-say"));
  expect(found({ kind: "video", name: "Zoom" })).toEqual(expected);
  expect(found(null)).toEqual([]);
});

test("a day later begins with that day in the practice's zone, also when the clocks change", () => {
  const at = (effectiveOn: string) =>
    nextVersion(draft(), { ...chosen, effectiveOn }, { now, timeZone, latest }).effectiveFrom.toISOString();
  expect(at("2026-01-12")).toBe(now.toISOString());
  expect(at("2026-03-08")).toBe("2026-03-08T08:00:00.000Z");
  expect(at("2026-03-09")).toBe("2026-03-09T07:00:00.000Z");
});
