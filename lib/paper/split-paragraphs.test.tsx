import { isValidElement, type ReactNode } from "react";
import { expect, test } from "vitest";
import { parseDisclosureMarkdown, plainTextOf } from "@/lib/markdown/markdown";
import { registerFonts } from "./register-fonts";
import { ShownText } from "./shown-text";
import { mostLines, splitParagraphs } from "./split-paragraphs";

await registerFonts();

const lines = (count: number) => Array.from({ length: count }, (_, at) => `line *${at}*`);
const link = (words: string) => `[${words}](https://candor.example/an/address)`;

test.each([
  ["a paragraph", lines(40).join("\\\n"), 1],
  ["a longer one", lines(41).join("\\\n"), 2],
  ["a very long one", lines(5_000).join("\\\n"), 125],
  ["a bold one", `**${lines(100).join("\\\n")}**`, 3],
  ["one that is a link", `Before ${link(lines(100).join("\\\n"))} after`, 3],
  ["one in a list", `- ${lines(100).join("\\\n  ")}`, 3],
  ["a heading", `${lines(100).join("\\\n")}\n===`, 3],
])("of %s no block has more than so many lines, and together they say all of it", (_, body, count) => {
  const root = parseDisclosureMarkdown(body);
  const blocks = blocksOf(<ShownText root={root} />).filter((block) => block !== "•");
  expect(blocks).toHaveLength(count);
  expect(Math.max(...blocks.map((block) => block.split("\n").length))).toBeLessThanOrEqual(mostLines);
  expect(blocks.join(" ").split(/\s+/)).toEqual(plainTextOf(root).split(/\s+/));
});

test("pieces follow close on each other, and what is around them stays", () => {
  const pieces = splitParagraphs(parseDisclosureMarkdown(lines(100).join("\\\n")).children);
  expect(pieces.map(({ closing }) => closing)).toEqual([
    { marginBottom: 0 },
    { marginTop: 0, marginBottom: 0 },
    { marginTop: 0 },
  ]);
});

test("what is short stays as it is", () => {
  const { children } = parseDisclosureMarkdown("## One\n\nTwo\\\nthree\n\n- four\n\n| a |\n|---|\n| b |");
  expect(splitParagraphs(children)).toEqual(children.map((node) => ({ node, closing: {} })));
});

/** The words of each outermost text that is drawn. */
function blocksOf(node: ReactNode): string[] {
  if (Array.isArray(node)) return node.flatMap(blocksOf);
  if (!isValidElement<{ children?: ReactNode }>(node)) return [];
  if (node.type === "TEXT") return [wordsIn(node.props.children)];
  return blocksOf(drawnBy(node) ?? node.props.children);
}

function wordsIn(node: ReactNode): string {
  if (Array.isArray(node)) return node.map(wordsIn).join("");
  if (!isValidElement<{ children?: ReactNode }>(node)) return typeof node === "string" ? node : "";
  return wordsIn(drawnBy(node) ?? node.props.children);
}

/** What a component makes of its properties; none of these keeps anything. */
function drawnBy({ type, props }: { type: unknown; props: unknown }): ReactNode {
  return typeof type === "function" ? type(props) : null;
}
