import { describe, expect, test } from "vitest";
import { factSentences, withoutSentences, withSentences } from "@/lib/disclosures/use-facts";
import type { DraftItem } from "./draft-content";
import { draft, draftItem, draftText } from "./drafts.fixture";
import { draftSha256, versionOfDraft } from "./version-of-draft";

const uses = (change: Partial<DraftItem>, language: "en" | "es") =>
  versionOfDraft(draft({ items: [draftItem(change)] }), language)?.items[0];

describe("what a version made of a draft says", () => {
  test("its words, trimmed, without what is only spoken", () => {
    const content = draft({ texts: { en: draftText({ title: " Recording " }), es: null } });
    expect(versionOfDraft(content, "en")).toEqual({
      title: "Recording",
      inShort: "May I?",
      body: "## Why\n\nSo.",
      items: [{ ...draftItem().texts.en, required: true }],
    });
  });

  test("nothing in a language nobody has begun", () => {
    const content = draft({ texts: { en: draftText(), es: null } });
    expect(versionOfDraft(content, "es")).toBeNull();
    expect(draftSha256(content, "es")).toBeNull();
  });

  test.each<[Partial<DraftItem>, string, string]>([
    [{}, "Only me.", "Only me."],
    [{ mostViewers: 6 }, "Only me. Up to 6 people.", "Only me. Hasta 6 personas."],
    [{ mostViewers: 1 }, "Only me. One person.", "Only me. Una persona."],
    [
      { leavesPractice: true },
      "Only me. Someone outside the practice.",
      "Only me. Alguien de fuera de la consulta.",
    ],
    [
      { mostViewers: 2, leavesPractice: false },
      "Only me. Up to 2 people. Nobody outside the practice.",
      "Only me. Hasta 2 personas. Nadie de fuera de la consulta.",
    ],
  ])("who sees a use with %j", (facts, en, es) => {
    expect([uses(facts, "en")?.whoSees, uses(facts, "es")?.whoSees]).toEqual([en, es]);
  });

  test.each([
    [null, "None.", "Ninguna."],
    [true, "None. You get a copy.", "Ninguna. Usted recibe una copia."],
    [false, "None. You get no copy.", "Ninguna. Usted no recibe copia."],
  ])("the copy of a use where it is %s", (copyForPatient, en, es) => {
    const facts = { copyForPatient };
    expect([uses(facts, "en")?.copy, uses(facts, "es")?.copy]).toEqual([en, es]);
  });

  test("a fact changes the fingerprint, and another language's words do not", () => {
    const facts = draft({ items: [draftItem({ mostViewers: 6 })] });
    const other = draft({ texts: { en: draftText(), es: draftText({ body: "Otro." }) } });
    expect(draftSha256(facts, "en")).not.toBe(draftSha256(draft(), "en"));
    expect(draftSha256(other, "en")).toBe(draftSha256(draft(), "en"));
    expect(draftSha256(other, "es")).not.toBe(draftSha256(draft(), "es"));
  });
});

describe("a prepared sentence", () => {
  const { whoSees } = factSentences({ mostViewers: 6, leavesPractice: true, copyForPatient: null }, "en");
  test.each([
    ["", "Up to 6 people. Someone outside the practice."],
    ["Students", "Students. Up to 6 people. Someone outside the practice."],
    ["Students (“mine.”)", "Students (“mine.”). Up to 6 people. Someone outside the practice."],
    ["Up to 6 people. Students.", "Up to 6 people. Students. Someone outside the practice."],
  ])("joins %j once", (words, expected) => {
    const once = withSentences(words, whoSees);
    expect(once).toBe(expected);
    expect(withSentences(once, whoSees)).toBe(once);
  });

  test.each(["", "Students", "Students.", "Up to 6 people. Students."])(
    "is taken off %j and put back",
    (words) => {
      const once = withSentences(words, whoSees);
      expect(withSentences(withoutSentences(once, whoSees), whoSees)).toBe(once);
    },
  );
});
