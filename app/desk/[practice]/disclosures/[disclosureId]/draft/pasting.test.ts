import { getSchema } from "@tiptap/core";
import { DOMParser, type Node } from "@tiptap/pm/model";
import fc from "fast-check";
import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { cleanPaste } from "@/lib/markdown/clean-paste";
import { parseDisclosureMarkdown, plainTextOf } from "@/lib/markdown/markdown";
import { markdownOf } from "@/lib/markdown/rich-markdown";
import { richTextOf } from "@/lib/markdown/rich-text";
import { extensions } from "./extensions";

const schema = getSchema(extensions);
const { DOMParser: PageParser } = new JSDOM().window;

function pageOf(html: string): Document {
  return new PageParser().parseFromString(html, "text/html");
}

const taken = (html: string) => cleanPaste(html, pageOf);

function inEditor(html: string): Node {
  const { html: kept, refusal } = { html: "", ...taken(html) };
  if (refusal) throw new Error(refusal);
  return DOMParser.fromSchema(schema).parse(pageOf(kept).body);
}

const saved = (doc: Node) => markdownOf(doc.toJSON());
const plain = (markdown: string) => plainTextOf(parseDisclosureMarkdown(markdown));
const words = (text: string) => text.split("\n").map((line) => line.trim().replace(/\s+/g, " "));

function shown(doc: Node): string[] {
  const lines: string[] = [];
  doc.descendants((block) => {
    if (block.isTextblock) lines.push(block.textBetween(0, block.content.size, "", " "));
  });
  return lines.map((line) => line.trim().replace(/\s+/g, " ")).filter((line) => line !== "");
}

const never = (start: string, end = "") => `<p>We ${start}never ${end}may record</p>`;

describe("what was deleted or hidden where it was copied goes with its words", () => {
  test.each([
    ["struck through", never("<s>", "</s>")],
    ["struck through, as it was once written", never("<strike>", "</strike>")],
    ["deleted", never("<del>", "</del>")],
    ["struck through by a style", never("<span style='text-decoration: underline line-through'>", "</span>")],
    [
      "struck through by the longer name",
      never("<span style='text-decoration-line:line-through'>", "</span>"),
    ],
    ["not displayed", never("<span style='DISPLAY: none !important'>", "</span>")],
    ["invisible", never("<span style='visibility:hidden'>", "</span>")],
    ["collapsed", never("<span style='visibility:collapse'>", "</span>")],
    ["of no size", never("<span style='font-size:0'>", "</span>")],
    ["of no size in points", never("<span style='font-size: 0.0pt'>", "</span>")],
    ["see-through", never("<span style='opacity:0'>", "</span>")],
    ["hidden by its attribute", never("<span hidden>", "</span>")],
    ["hidden by a word processor", never("<span style='mso-hide:all'>", "</span>")],
    ["a tracked deletion", never("<span class=msoDel>", "</span>")],
    ["a comment of a word processor", never("<span style='mso-element:comment'>", "</span>")],
    [
      "struck through by a style sheet",
      `<html><head><style><!-- @font-face {a:b} /* c */ p.x, span.Gone {text-decoration:line-through} --></style></head><body>${never("<span class=Gone>", "</span>")}</body></html>`,
    ],
  ])("%s", (_, html) => {
    expect(saved(inEditor(html))).toBe("We may record");
  });

  test.each([
    ["small", never("<span style='font-size:0.8em'>", "</span>")],
    ["underlined, without a line through it", never("<u style='text-decoration:underline'>", "</u>")],
    ["inserted", never("<ins>", "</ins>")],
    [
      "visible within the invisible",
      "<p style='visibility:hidden'>x<span style='visibility:visible'>We never may record</span></p>",
    ],
    [
      "with its size within what has none",
      never("<span style='font-size:0'><span style='font-size:12px'>", "</span></span>"),
    ],
    ["nearly see-through", never("<span style='opacity:0.05'>", "</span>")],
  ])("what is seen stays: %s", (_, html) => {
    expect(saved(inEditor(html))).toBe("We never may record");
  });
});

describe("what a text cannot say is refused by name", () => {
  const cells = (inside: string) => `<table><tr>${inside}</tr><tr><td>c</td><td>d</td></tr></table>`;

  test.each([
    ["cells joined across", cells("<td colspan=2>a</td>"), "pasted-merged-cells"],
    ["cells joined downwards", cells("<td rowspan='2'>a</td><td>b</td>"), "pasted-merged-cells"],
    ["a list in a cell", cells("<td><ul><li>a</li></ul></td><td>b</td>"), "pasted-block-in-cell"],
    [
      "a table in a cell",
      cells("<td><table><tr><td>a</td></tr></table></td><td>b</td>"),
      "pasted-block-in-cell",
    ],
    ["a list by letters", "<ol type=a><li>a</li></ol>", "pasted-lettered-list"],
    ["a list by Roman figures", "<ol type=I><li>a</li></ol>", "pasted-lettered-list"],
    [
      "a list by letters in its style",
      "<ol style='list-style: lower-alpha inside'><li>a</li></ol>",
      "pasted-lettered-list",
    ],
    ["points by letters", "<ol><li style='list-style-type:upper-roman'>a</li></ol>", "pasted-lettered-list"],
    ["a list backwards", "<ol reversed><li>a</li></ol>", "pasted-renumbered-list"],
    ["a point with a number of its own", "<ol><li value=7>a</li></ol>", "pasted-renumbered-list"],
    ["a list from below nothing", "<ol start=-1><li>a</li></ol>", "pasted-renumbered-list"],
    ["a raised figure", "<p>10<sup>2</sup></p>", "pasted-raised-figure"],
    ["a lowered figure", "<p>CO<sub>2</sub></p>", "pasted-raised-figure"],
    ["a box that is ticked", "<p><input type=checkbox checked> Yes</p>", "pasted-ticked-box"],
  ])("%s", (_, html, refusal) => {
    expect(taken(html)).toEqual({ refusal });
  });

  test.each([
    [
      "cells that say they are single",
      cells("<td colspan=1 rowspan=1>a</td><td>b</td>"),
      "| a | b |\n| - | - |\n| c | d |",
    ],
    [
      "joined cells that nobody saw",
      `<p>a</p><div style="display:none">${cells("<td colspan=2>a</td>")}</div>`,
      "a",
    ],
    [
      "several lines in a cell, as one",
      cells("<td><p>a</p><p>b<br>e</p></td><td>f</td>"),
      "| a b e | f |\n| - | - |\n| c | d |",
    ],
    ["a list that begins later", "<ol start=5><li>a</li></ol>", "5. a"],
    ["raised letters", "<p>the 1<sup>st</sup></p>", "the 1st"],
    ["a heading of two lines, as one", "<h2>a<br>b</h2>", "## a b"],
  ])("what it can say is taken: %s", (_, html, markdown) => {
    expect(saved(inEditor(html))).toBe(markdown);
  });
});

const seen = [
  "span",
  "b",
  "i",
  "u",
  "ins",
  "span style='font-size:9pt'",
  "span style='text-decoration:none'",
];
const unseen = [
  ...["s", "del", "strike", "span style='display:none'", "span style='visibility:hidden'"],
  ...["b style='mso-hide:all'", "i style='font-size:0px'", "span class=gone"],
];
const word = fc.constantFrom(
  "a",
  "Yes",
  "1.",
  "*",
  "_x_",
  "~~no~~",
  "&#x41;",
  "<b>",
  "#",
  "|",
  "\\",
  "é",
  "[x]",
  "-",
  "&",
  "+",
);
const escaped = (said: string) => said.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const piece = fc.record({
  look: fc.oneof(fc.constantFrom(...seen), fc.constantFrom(...unseen)),
  said: fc.array(word, { minLength: 1, maxLength: 3 }).map((all) => all.join(" ")),
});
const line = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => ({
  html: pieces.map(({ look, said }) => `<${look}>${escaped(said)} </${look.split(" ")[0]}>`).join(""),
  text: pieces
    .filter(({ look }) => seen.includes(look))
    .map(({ said }) => said)
    .join(" "),
}));
type Line = { html: string; text: string };
const inTags = (tag: string, lines: readonly Line[]) =>
  lines.map(({ html }) => `<${tag}>${html}</${tag}>`).join("");
const text = (lines: readonly Line[]) => lines.map((one) => one.text);
const block = fc.oneof(
  line.map((one) => ({ html: inTags("p", [one]), lines: [one.text] })),
  line.map((one) => ({ html: inTags("h2", [one]), lines: [one.text] })),
  fc
    .tuple(fc.constantFrom("ul", "ol"), fc.array(line, { minLength: 1, maxLength: 3 }))
    .map(([tag, points]) => ({
      html: `<${tag}>${inTags("li", points)}</${tag}>`,
      lines: text(points),
    })),
  fc.array(fc.tuple(line, fc.tuple(line, line)), { minLength: 1, maxLength: 3 }).map((rows) => ({
    html: `<table>${rows.map(([one, both]) => `<tr><td>${one.html}</td><td>${inTags("p", both)}</td></tr>`).join("")}</table>`,
    lines: rows.flatMap(([one, both]) => [one.text, text(both).join(" ")]),
  })),
);

test("what was seen is what is shown, saved, and there when it is opened again", () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (blocks) => {
      const html = `<style>.gone {text-decoration: line-through}</style>${blocks.map((one) => one.html).join("")}`;
      const doc = inEditor(html);
      const markdown = saved(doc);
      const lines = blocks.flatMap((one) => words(one.lines.join("\n").replaceAll("&", "&"))).filter(Boolean);
      expect(shown(doc)).toEqual(lines);
      expect(words(plain(markdown)).filter(Boolean)).toEqual(lines);
      expect(markdownOf(richTextOf(markdown))).toBe(markdown);
      expect(plain(markdownOf(richTextOf(markdown)))).toBe(plain(markdown));
    }),
    { numRuns: 200 },
  );
});
