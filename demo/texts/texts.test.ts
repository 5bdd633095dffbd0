import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { describe, expect, test } from "vitest";
import { languages } from "@/lib/languages";
import type { DemoText, DemoVersion } from "./demo-disclosure";
import { demoDisclosures } from "./demo-disclosures";

const allowedNodes = new Set([
  "root",
  "heading",
  "paragraph",
  "list",
  "listItem",
  "text",
  "strong",
  "emphasis",
  "link",
  "table",
  "tableRow",
  "tableCell",
]);

const absolutes = {
  en: /\b(cannot|can['’]t|can not|never|guarantee\w*|permanent\w*|fully|completely|impossible|secure)\b|100 ?%/i,
  es: /(no puede ocurrir|nunca|jamás|100 ?%|garanti\w+|para siempre|totalmente|completamente|permanente\w*|imposible)/i,
};
const statutes = /\b(HIPAA|CFR|USC|U\.S\.C|ESIGN|UETA|CMIA|164\.\d+|RGPD|GDPR|§)\b/;
const plannersWords = {
  en: /\b(consents?|consented|disclosures?|breach|safeguards?|attestation|withdrawal|BAA|sealed|baseline|waiver)\b/i,
  es: /consentimiento|divulgaciones|salvaguardia|(?<!\p{L})(tú|te|tus?|vosotr\p{L}+)(?!\p{L})|bienvenid[oa]|(?<!\p{L})(el|los) pacientes?|\/a(?!\p{L})|@/iu,
};
const longest = { en: 30, es: 34 };
const usual = { en: 13, es: 14 };

function tree(markdown: string): Nodes {
  return fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
}

function children(node: Nodes): Nodes[] {
  return "children" in node ? node.children : [];
}

function everyNode(node: Nodes): Nodes[] {
  return [node, ...children(node).flatMap(everyNode)];
}

function words(node: Nodes): string {
  return node.type === "text" ? node.value : children(node).map(words).join("");
}

function blocks(markdown: string): Nodes[] {
  return everyNode(tree(markdown)).filter((node) =>
    ["heading", "paragraph", "tableCell"].includes(node.type),
  );
}

function shape(markdown: string): string[] {
  return everyNode(tree(markdown))
    .filter((node) => !["text", "strong", "emphasis"].includes(node.type))
    .map((node) => (node.type === "link" ? `link ${node.url}` : node.type));
}

function sentences(text: string): string[] {
  return text
    .replace(/\b(Dra?|U\.S|EE|UU)\./g, "$1")
    .split(/(?<=[.!?:])["”»]?\s+/)
    .filter((sentence) => sentence !== "");
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== "").length;
}

function itemTexts(version: DemoVersion, language: "en" | "es"): string[] {
  return version.items.flatMap((item) => Object.values(item.texts[language]));
}

function everything(version: DemoVersion, language: "en" | "es"): string[] {
  const text = version.texts[language];
  return [text.title, text.inShort, text.changeSummary ?? "", text.body, ...itemTexts(version, language)];
}

function readable(version: DemoVersion, language: "en" | "es"): string[] {
  const { title, inShort, changeSummary, body } = version.texts[language];
  const parts = [
    title,
    inShort,
    changeSummary ?? "",
    ...blocks(body).map(words),
    ...itemTexts(version, language),
  ];
  return parts.filter((part) => part === part.toLowerCase() || part !== part.toUpperCase());
}

const versions = demoDisclosures.flatMap((disclosure) =>
  disclosure.versions.map((version, index) => ({
    name: `${disclosure.key}, version ${index + 1}`,
    version,
    index,
  })),
);

describe.each(versions)("$name", ({ version, index }) => {
  const both = languages.map((language): [typeof language, DemoText] => [language, version.texts[language]]);

  test("has the same headings, lists, tables and links in both languages", () => {
    expect(shape(version.texts.es.body)).toEqual(shape(version.texts.en.body));
  });

  test("fills the same parts of each item in both languages", () => {
    for (const item of version.items) {
      const filled = languages.map((language) =>
        Object.entries(item.texts[language]).map(([part, text]) => [part, text !== ""]),
      );
      expect(filled[1]).toEqual(filled[0]);
      expect(item.texts.en.label).not.toBe(item.texts.es.label);
    }
    expect(new Set(version.items.map((item) => item.key)).size).toBe(version.items.length);
  });

  test("holds only Markdown the page and the document can show, with https links", () => {
    for (const [, text] of both) {
      const nodes = everyNode(tree(text.body));
      expect(nodes.map((node) => node.type).filter((type) => !allowedNodes.has(type))).toEqual([]);
      for (const node of nodes) {
        if (node.type === "heading") expect(node.depth).toBe(2);
        if (node.type === "link") expect(node.url).toMatch(/^https:\/\//);
      }
    }
  });

  test("promises nothing absolute, names no statute and keeps the planner's words away", () => {
    for (const language of languages) {
      for (const text of everything(version, language)) {
        expect(text).not.toMatch(absolutes[language]);
        expect(text).not.toMatch(statutes);
      }
      for (const text of readable(version, language)) expect(text).not.toMatch(plannersWords[language]);
    }
  });

  test("speaks in short sentences", () => {
    for (const language of languages) {
      const lengths = readable(version, language).flatMap(sentences).map(countWords);
      const tooLong = readable(version, language)
        .flatMap(sentences)
        .filter((s) => countWords(s) > longest[language]);
      expect(tooLong).toEqual([]);
      expect(lengths.reduce((sum, length) => sum + length, 0) / lengths.length).toBeLessThan(usual[language]);
    }
  });

  test("takes one to four minutes to read", () => {
    for (const [, text] of both) {
      const length = blocks(text.body).reduce((sum, block) => sum + countWords(words(block)), 0);
      expect(length).toBeGreaterThan(350);
      expect(length).toBeLessThan(820);
    }
  });

  test("is written in composed letters without stray spaces", () => {
    for (const language of languages) {
      for (const text of everything(version, language)) {
        expect(text).toBe(text.normalize("NFC"));
        expect(text).toBe(text.trim());
        expect(text).not.toMatch(/[^\S\n]{2,}|\t|\r|\u00a0/);
      }
    }
  });

  test("says what changed exactly when there was an earlier version", () => {
    for (const [, text] of both) expect(text.changeSummary === null).toBe(index === 0);
  });
});

test("each key and each kind is used once", () => {
  expect(new Set(demoDisclosures.map((disclosure) => disclosure.key)).size).toBe(demoDisclosures.length);
  expect(new Set(demoDisclosures.map((disclosure) => disclosure.kind)).size).toBe(demoDisclosures.length);
});

test("recording and the video platform have a newer text that changes what people agreed to", () => {
  for (const key of ["session-recording", "video-platform"]) {
    const disclosure = demoDisclosures.find((candidate) => candidate.key === key);
    expect(disclosure?.versions.map((version) => version.change)).toEqual(["material", "material"]);
    expect(disclosure?.versions[1]?.texts.en.body).not.toBe(disclosure?.versions[0]?.texts.en.body);
  }
});
