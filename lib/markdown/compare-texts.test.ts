import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { demoDisclosures } from "@/demo/texts/demo-disclosures";
import { languages } from "@/lib/languages";
import { type ComparedBlock, type ComparedRun, compareTexts } from "./compare-texts";
import { parseDisclosureMarkdown, plainTextOf } from "./markdown";

const use = {
  key: "look-back",
  required: true,
  label: "I look back",
  whatFor: "To learn.",
  whoSees: "Only me.",
  where: "A drive.",
  until: "90 days.",
  copy: "",
};
const saying = (body: string, items = [use]) => ({ title: "Recording", inShort: "Short.", body, items });
const bodies = (earlier: string, later: string) => compareTexts(saying(earlier), saying(later)).blocks;
const wordsOf = (runs: readonly ComparedRun[], sign: ComparedRun["sign"]) =>
  runs.filter((run) => run.sign === sign).map((run) => run.words.trim());
const said = (runs: readonly ComparedRun[], without: ComparedRun["sign"]) =>
  runs
    .filter(({ sign }) => sign !== without)
    .map(({ words }) => words)
    .join("");
const signs = (blocks: readonly ComparedBlock[]) => blocks.map(({ kind, sign }) => `${kind} ${sign}`);

describe("comparing two texts", () => {
  test("the same text has nothing added and nothing removed", () => {
    const same = compareTexts(saying("## A\n\nB c.\n\n- d"), saying("## A\n\nB c.\n\n- d"));
    expect(signs(same.blocks)).toEqual(["heading same", "paragraph same", "item same"]);
    expect(same.uses.map(({ sign }) => sign)).toEqual(["same"]);
  });

  test("words of a paragraph are marked, and the paragraph stays in its place", () => {
    const [heading, changed] = bodies(
      "## Where\n\nI delete it after one year.",
      "## Where\n\nI delete it after 90 days.",
    );
    expect(heading?.sign).toBe("same");
    expect(changed?.sign).toBe("changed");
    expect(wordsOf(changed?.runs ?? [], "removed").join(" ")).toBe("one year");
    expect(wordsOf(changed?.runs ?? [], "added").join(" ")).toBe("90 days");
  });

  test.each([
    ["a paragraph more", "One.", "One.\n\nTwo.", ["paragraph same", "paragraph added"]],
    ["a paragraph less", "One.\n\nTwo.", "Two.", ["paragraph removed", "paragraph same"]],
    ["another paragraph altogether", "Roses bloom.", "I call you.", ["paragraph removed", "paragraph added"]],
    ["an item turned into a paragraph", "- One two.", "One two.", ["item removed", "paragraph added"]],
    [
      "a row reworded",
      "| a | b |\n|-|-|\n| c d | e f |",
      "| a | b |\n|-|-|\n| c d | e g |",
      ["row same", "row changed"],
    ],
    ["all of it new", "", "One.", ["paragraph added"]],
    ["all of it gone", "One.", "", ["paragraph removed"]],
    [
      "one gone before one reworded",
      "Old thing here.\n\nI keep it for one year.",
      "I keep it for one month.",
      ["paragraph removed", "paragraph changed"],
    ],
  ])("%s", (_, earlier, later, expected) => {
    expect(signs(bodies(earlier, later))).toEqual(expected);
  });

  test("title and short form are compared", () => {
    const { title, inShort } = compareTexts(saying(""), {
      ...saying(""),
      title: "Recordings",
      inShort: "Shorter.",
    });
    expect([said(title, "added"), said(title, "removed")]).toEqual(["Recording", "Recordings"]);
    expect([said(inShort, "added"), said(inShort, "removed")]).toEqual(["Short.", "Shorter."]);
  });
});

describe("comparing uses", () => {
  const teaching = { ...use, key: "teaching", label: "Students learn" };
  const uses = (earlier: (typeof use)[], later: (typeof use)[]) =>
    compareTexts(saying("", earlier), saying("", later)).uses;

  test("a use added is added, whole", () => {
    const [, added] = uses([use], [use, teaching]);
    expect(added).toMatchObject({ key: "teaching", sign: "added" });
    expect(added?.fields.label).toEqual([{ sign: "added", words: "Students learn" }]);
    expect(added?.fields.copy).toEqual([]);
  });

  test("a use removed stands at the end, whole", () => {
    const [kept, removed] = uses([teaching, use], [use]);
    expect(kept).toMatchObject({ key: "look-back", sign: "same" });
    expect(removed).toMatchObject({ key: "teaching", sign: "removed" });
  });

  test("a use reworded shows which words, and leaves its other parts alone", () => {
    const [changed] = uses([use], [{ ...use, whoSees: "Only me and a supervisor." }]);
    expect(changed?.sign).toBe("changed");
    expect(wordsOf(changed?.fields.whoSees ?? [], "added").join(" ")).toContain("a supervisor");
    expect(changed?.fields.until).toEqual([{ sign: "same", words: "90 days." }]);
  });

  test("a use that need not be answered any more is a changed use", () => {
    expect(uses([use], [{ ...use, required: false }])).toMatchObject([
      { sign: "changed", nowRequired: false },
    ]);
  });

  test("uses that changed places are the same uses", () => {
    expect(uses([use, teaching], [teaching, use]).map(({ sign }) => sign)).toEqual(["same", "same"]);
  });
});

test("what is not added is the earlier text, and what is not removed is the later one", () => {
  const paragraphs = fc.array(fc.stringMatching(/^[A-Za-zñé]{1,6}( [a-zñé,]{1,6}){0,8}\.$/), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(paragraphs, paragraphs, (earlier, later) => {
      const blocks = bodies(earlier.join("\n\n"), later.join("\n\n"));
      const reading = (without: "added" | "removed") =>
        blocks.map(({ runs }) => said(runs, without)).filter((words) => words !== "");
      expect(reading("removed")).toEqual(later);
      expect(reading("added").toSorted()).toEqual(earlier.toSorted());
    }),
  );
});

test.each(languages)(
  "two versions of the demo's recording text can both be read from it, in %s",
  (language) => {
    const [first, second] = demoDisclosures.find(({ key }) => key === "session-recording")?.versions ?? [];
    if (!first || !second) throw new Error("the demo has two versions of it");
    const [earlier, later] = [first, second].map(({ texts }) => saying(texts[language].body));
    if (!earlier || !later) throw new Error("both are there");
    const { blocks } = compareTexts(earlier, later);
    expect(blocks.some(({ sign }) => sign === "changed")).toBe(true);
    const read = blocks.map(({ runs }) => said(runs, "removed")).filter((words) => words !== "");
    expect(read.join("\n").replaceAll(" · ", "\n")).toBe(plainTextOf(parseDisclosureMarkdown(later.body)));
  },
);
