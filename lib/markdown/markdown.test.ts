import { describe, expect, test } from "vitest";
import {
  canonicalDisclosureText,
  type DisclosureText,
  disclosureTextSha256,
  parseDisclosureMarkdown,
  plainTextOf,
  readingMinutes,
  wordCount,
} from "./markdown";

const text = (markdown: string) => plainTextOf(parseDisclosureMarkdown(markdown));

describe("what a disclosure may hold", () => {
  test("headings, lists, emphasis and tables are read in order", () => {
    expect(text("# One\n\nTwo **three**\n\n- four\n- five\n\n| a | b |\n|---|---|\n| c | d |")).toBe(
      "One\nTwo three\nfour\nfive\na\nb\nc\nd",
    );
  });

  test("HTML is shown as the letters it is", () => {
    expect(text("A <script>alert(1)</script> b\n\n<div hidden>no</div>")).toBe(
      "A <script>alert(1)</script> b\n<div hidden>no</div>",
    );
  });

  test("an image is not fetched: its text stays", () => {
    const root = parseDisclosureMarkdown("![a cat](https://x.test/cat.png)");
    expect(JSON.stringify(root)).not.toContain('"image"');
    expect(plainTextOf(root)).toBe("!a cat (https://x.test/cat.png)");
  });

  test.each([
    ["[go](https://x.test/a)", "go (https://x.test/a)"],
    ["<https://x.test>", "https://x.test"],
    ["[write](mailto:a@x.test)", "write (a@x.test)"],
    ["[call](tel:+15550100)", "call (+15550100)"],
    ["[go](http://x.test)", "go"],
    ["[go](javascript:alert(1))", "go"],
    ["[go](data:text/html,x)", "go"],
    ["[**go**](JAVASCRIPT:x)", "go"],
    ["[go](/local)", "go"],
  ])("%s reads as %s", (markdown, expected) => {
    expect(text(markdown)).toBe(expected);
  });

  test("no control character can hide in a reference", () => {
    expect(text("a &#x202e; b &nbsp; c")).toBe("a &#x202e; b &nbsp; c");
  });

  test("no words can hide in a link definition", () => {
    expect(text('Read [this][a].\n\n[a]: https://x.test "hidden words"')).toContain("hidden words");
  });

  test("composed and decomposed letters, CRLF and LF, give the same text", () => {
    expect(text("Nu\u0301n\u0303ez\r\n\r\nb")).toBe(text("Núñez\n\nb"));
  });
});

test("words are counted, not dashes", () => {
  expect(wordCount("one – two, three")).toBe(3);
  expect(readingMinutes("")).toBe(1);
  expect(readingMinutes("word ".repeat(401))).toBe(3);
});

describe("the canonical text", () => {
  const item = {
    label: "Look back",
    whatFor: "a",
    whoSees: "b",
    where: "c",
    until: "d",
    copy: "e",
    required: true,
  };
  const version: DisclosureText = { title: "Recording", inShort: "Short.", body: "Body.", items: [item] };
  const sha = (change: Partial<DisclosureText>) =>
    disclosureTextSha256(canonicalDisclosureText({ ...version, ...change }));

  test("holds everything shown, in order", () => {
    expect(canonicalDisclosureText(version)).toBe(
      "# Recording\n\n> Short.\n\nBody.\n\n1. Look back [required]\n   - what for: a\n   - who sees: b\n   - where: c\n   - until: d\n   - copy: e\n\n[1]\n",
    );
  });

  test("line ends and composition do not change the fingerprint", () => {
    expect(sha({ body: "Línea\r\nb" })).toBe(sha({ body: "Li\u0301nea\nb" }));
  });

  test.each([
    ["title", { title: "Recordings" }],
    ["short form", { inShort: "Short!" }],
    ["body", { body: "Body" }],
    ["label", { items: [{ ...item, label: "Look" }] }],
    ["duty to answer", { items: [{ ...item, required: false }] }],
    ["number of items", { items: [] }],
  ])("a change of the %s changes the fingerprint", (_, change) => {
    expect(sha(change)).not.toBe(sha({}));
  });

  test("a body cannot pose as an item", () => {
    const withItem = canonicalDisclosureText(version);
    const posing = withItem.slice("# Recording\n\n> Short.\n\n".length, withItem.indexOf("\n\n[1]"));
    expect(sha({ body: posing, items: [] })).not.toBe(sha({}));
  });
});
