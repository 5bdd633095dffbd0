import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { describe, expect, test } from "vitest";
import { disclosureKinds } from "@/lib/disclosures/kinds";
import { missingParts } from "@/lib/drafts/checks/must-say";
import { openBlanks } from "@/lib/drafts/checks/open-blanks";
import { findPromises } from "@/lib/drafts/checks/promises";
import { readabilityOf } from "@/lib/drafts/checks/readability";
import { draftContent } from "@/lib/drafts/draft-content";
import { versionOfDraft } from "@/lib/drafts/version-of-draft";
import { languages } from "@/lib/languages";
import { type DisclosureText, parseDisclosureMarkdown } from "@/lib/markdown/markdown";
import { whyNotDrawable } from "@/lib/paper/fonts";
import { starterFor } from "./starter-for";

const each = disclosureKinds.flatMap((kind) => languages.map((language) => ({ kind, language })));

function everythingIn({ title, inShort, body, items }: DisclosureText, sayAloud: string) {
  return [
    title,
    inShort,
    sayAloud,
    body,
    ...items.flatMap(({ required: _, ...words }) => Object.values(words)),
  ];
}

const shape = (node: Nodes): unknown =>
  "children" in node ? [node.type, node.children.map(shape)] : [node.type, "value" in node ? node.value : ""];

describe.each(each)("the starter for $kind, in $language", ({ kind, language }) => {
  const content = starterFor(kind);
  const text = versionOfDraft(content, language);
  if (!text) throw new Error("a starter has both languages");
  const everything = everythingIn(text, content.texts[language]?.sayAloud ?? "");

  test("is a draft, with everything in it", () => {
    expect(draftContent.parse(content)).toEqual(content);
    for (const field of ["title", "inShort", "sayAloud"] as const) {
      expect(content.texts[language]?.[field]).not.toBe("");
    }
    expect(content.items.length).toBeGreaterThan(0);
    expect(content.items.every(({ texts }) => texts[language].label && texts[language].whatFor)).toBe(true);
  });

  test("says what it must, and promises nothing", () => {
    expect(missingParts(kind, text, language)).toEqual([]);
    for (const words of everything) expect(findPromises(words, language)).toEqual([]);
  });

  test("reads without effort, in short sentences", () => {
    const { ease, longSentences, minutes } = readabilityOf(text, language);
    expect(ease).not.toBe("hard");
    expect(longSentences.length).toBeLessThanOrEqual(kind === "privacy-notice" ? 7 : 4);
    expect(minutes).toBeLessThanOrEqual(4);
  });

  test("can be drawn, and means the same to every reader of Markdown", () => {
    expect(whyNotDrawable(everything.join("\n"))).toBeNull();
    const usual = fromMarkdown(text.body, {
      extensions: [gfmTable()],
      mdastExtensions: [gfmTableFromMarkdown()],
    });
    expect(shape(parseDisclosureMarkdown(text.body))).toEqual(shape(usual));
  });

  test("speaks in the first person, admits doubt, and is written in composed letters", () => {
    expect(text.body).toMatch(
      language === "en" ? /\bI\b/ : /\b(yo|puedo|debo|uso|borro|llamo|pregunto|hago)\b/i,
    );
    expect(text.body).toMatch(
      language === "en"
        ? /uncertain|may remain|not able|be out of order|doubt|might still/
        : /incierto|quizá|puede quedar|no puedo|dejar de funcionar|duda/,
    );
    for (const words of everything) expect(words).toBe(words.normalize("NFC").trim());
  });
});

test.each(disclosureKinds)("the starter for %s leaves the same blanks open in both languages", (kind) => {
  const blanks = languages.map(
    (language) => openBlanks(versionOfDraft(starterFor(kind), language)?.body ?? "").length,
  );
  expect(blanks[0]).toBe(blanks[1]);
});
