import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { demoDisclosures } from "@/demo/texts/demo-disclosures";
import { languages } from "@/lib/languages";
import { parseDisclosureMarkdown, plainTextOf } from "./markdown";
import { markdownOf, type RichNode } from "./rich-markdown";
import { richTextOf } from "./rich-text";

const plain = (markdown: string) => plainTextOf(parseDisclosureMarkdown(markdown));
const again = (markdown: string) => markdownOf(richTextOf(markdown));

const bodies = demoDisclosures.flatMap((disclosure) =>
  disclosure.versions.flatMap((version, at) =>
    languages.map(
      (language) => [`${disclosure.key} ${at + 1} ${language}`, version.texts[language].body] as const,
    ),
  ),
);

test.each(bodies)("%s comes out of the editor as it went in", (_, body) => {
  expect(richTextOf(again(body))).toEqual(richTextOf(body));
  expect(plain(again(body))).toBe(plain(body));
  expect(again(again(body))).toBe(again(body));
});

describe("what the editor keeps", () => {
  test.each([
    ["## One\n\nTwo **three** and *four*.\n\n### Five"],
    ["- one\n- two\n  - three\n- four"],
    ["3. one\n4. two"],
    ["1. one\n\n   more of it\n\n2. two"],
    ["A [page](https://x.test/a_b) and [mail](mailto:a@x.test), [call](tel:+15550100)."],
    ["One\\\ntwo"],
    ["**_both_** and **strong *with* em**"],
    ["| a | b |\n| - | - |\n| **c** | d \\| e |"],
    ["a\n\n---\n\nb"],
    ["1\\. not a list, \\* neither, # nor a heading, \\<b> and 5 > 3"],
    ["- one\n\n* two\n"],
  ])("%j", (markdown) => {
    expect(again(markdown)).toBe(markdown.trim());
  });

  test.each([
    ["HTML stays the letters it is", "a <b>c</b> &amp; d", "a <b>c</b> &amp; d"],
    ["an unsafe link keeps its words", "[go](http://x.test)", "go"],
    ["a line that ends within a paragraph is a space", "one\ntwo", "one two"],
  ])("%s", (_, markdown, expected) => {
    expect(plain(again(markdown))).toBe(expected);
  });
});

const words = (value: string, ...marks: string[]): RichNode => ({
  type: "text",
  text: value,
  marks: marks.map((type) => ({ type })),
});
const said = (...content: RichNode[]) =>
  markdownOf({ type: "doc", content: [{ type: "paragraph", content }] });

describe("what somebody may type", () => {
  test.each<[string, RichNode[], string]>([
    ["a mark with a space at its end", [words("a ", "bold"), words("b")], "**a** b"],
    ["a mark that ends in a dot before a letter", [words("a.", "bold"), words("b")], "**a**.b"],
    ["a mark that ends in an accented letter", [words("Adébáyọ̀", "bold"), words("b")], "**Adébáyọ̀**b"],
    ["a mark of spaces only", [words("a"), words("  ", "italic"), words("b")], "a b"],
    ["spaces at the ends", [words("  a  ")], "a"],
    ["a break with nothing after it", [words("a"), { type: "hardBreak" }], "a"],
    [
      "a number that begins a line, beside a reference typed out",
      [words("1. ", "bold"), words("a"), words("&#x41;")],
      "1\\. a\\&#x41;",
    ],
    ["two marks side by side", [words("a", "bold"), words("b", "italic")], "**a**_b_"],
  ])("%s", (_, content, expected) => {
    expect(said(...content)).toBe(expected);
  });

  const text = fc
    .array(
      fc.constantFrom(
        "a",
        "é",
        "ọ̀",
        " ",
        ".",
        "*",
        "_",
        "#",
        "-",
        "1.",
        "<",
        "&",
        "&#x41;",
        "[",
        "](",
        ")",
        "|",
        "\\",
        "!",
        "`",
        "~",
        ">",
        "+",
        "\n",
        "…",
      ),
      { minLength: 1, maxLength: 8 },
    )
    .map((parts) => parts.join(""));
  const inline = fc.record({ text, marks: fc.subarray(["bold", "italic"]) });
  const block = fc.record({
    type: fc.constantFrom("paragraph", "heading"),
    content: fc.array(inline, { maxLength: 4 }),
  });

  test("no letter is lost, added or given another meaning", () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 4 }), (blocks) => {
        const content = blocks.map(({ type, content: inlines }) => ({
          type,
          attrs: { level: 2 },
          content: inlines.map((one) => words(one.text, ...one.marks)),
        }));
        const letters = blocks.map(({ content: inlines }) =>
          inlines
            .map((one) => one.text)
            .join("")
            .replace(/\s+/g, " ")
            .trim(),
        );
        const markdown = markdownOf({ type: "doc", content });
        expect(plain(markdown)).toBe(letters.filter((line) => line !== "").join("\n"));
        expect(plain(again(markdown))).toBe(plain(markdown));
      }),
      { numRuns: 2_000 },
    );
  });
});
