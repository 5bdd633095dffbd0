import type { Nodes, PhrasingContent } from "mdast";
import { parseDisclosureMarkdown } from "./markdown";
import type { RichMark, RichNode } from "./rich-markdown";

/** A text as the editor holds it, read by the one parser that pages and paper are drawn from. */
export function richTextOf(markdown: string): RichNode {
  const blocks = blocksOf(parseDisclosureMarkdown(markdown).children);
  return { type: "doc", content: blocks.length > 0 ? blocks : [{ type: "paragraph" }] };
}

function blocksOf(nodes: readonly Nodes[]): RichNode[] {
  return nodes.map(blockOf).filter((block) => block !== null);
}

function blockOf(node: Nodes): RichNode | null {
  switch (node.type) {
    case "paragraph":
      return paragraph(node.children);
    case "heading":
      return { ...paragraph(node.children), type: "heading", attrs: { level: node.depth } };
    case "list":
      return {
        type: node.ordered ? "orderedList" : "bulletList",
        ...(node.ordered && { attrs: { start: node.start ?? 1 } }),
        content: node.children.map((item) => ({ type: "listItem", content: itemBlocks(item.children) })),
      };
    case "thematicBreak":
      return { type: "horizontalRule" };
    case "table":
      return {
        type: "table",
        content: node.children.map((row, index) => ({
          type: "tableRow",
          content: row.children.map((cell) => ({
            type: index === 0 ? "tableHeader" : "tableCell",
            content: [paragraph(cell.children)],
          })),
        })),
      };
    default:
      return null;
  }
}

/** The editor wants each point of a list to begin with a paragraph, be it empty. */
function itemBlocks(children: readonly Nodes[]): RichNode[] {
  const blocks = blocksOf(children);
  return blocks[0]?.type === "paragraph" ? blocks : [{ type: "paragraph" }, ...blocks];
}

function paragraph(children: readonly PhrasingContent[]): RichNode {
  const content = children.flatMap((child) => inlineOf(child, []));
  return content.length > 0 ? { type: "paragraph", content } : { type: "paragraph" };
}

function inlineOf(node: Nodes, marks: RichMark[]): RichNode[] {
  switch (node.type) {
    case "text": {
      const text = node.value.replace(/\s*\n\s*/g, " ");
      if (text === "") return [];
      return [{ type: "text", text, ...(marks.length > 0 && { marks }) }];
    }
    case "break":
      return [{ type: "hardBreak" }];
    case "strong":
      return node.children.flatMap((child) => inlineOf(child, withMark(marks, { type: "bold" })));
    case "emphasis":
      return node.children.flatMap((child) => inlineOf(child, withMark(marks, { type: "italic" })));
    case "link": {
      const mark: RichMark = { type: "link", attrs: { href: node.url } };
      return node.children.flatMap((child) => inlineOf(child, withMark(marks, mark)));
    }
    default:
      return [];
  }
}

function withMark(marks: readonly RichMark[], mark: RichMark): RichMark[] {
  return marks.some(({ type }) => type === mark.type) ? [...marks] : [...marks, mark];
}
