import type { Heading, Nodes, Paragraph, PhrasingContent } from "mdast";
import { addressBeside } from "@/lib/markdown/markdown";

/** The space that pieces do without, so that they follow close on each other. */
export type Closing = { marginTop?: 0; marginBottom?: 0 };
type Piece = { node: Nodes; closing: Closing };

export const mostLines = 40;

/** A paragraph of very many lines in pieces: react-pdf needs the square of their number. */
export function splitParagraphs(nodes: readonly Nodes[]): Piece[] {
  return nodes.flatMap((node) =>
    node.type === "paragraph" || node.type === "heading" ? pieces(node) : [{ node, closing: {} }],
  );
}

function pieces(block: Paragraph | Heading): Piece[] {
  const lines = linesOf(block.children);
  if (lines.length <= mostLines) return [{ node: block, closing: {} }];
  const count = Math.ceil(lines.length / mostLines);
  return Array.from({ length: count }, (_, at) => {
    const children = lines
      .slice(at * mostLines, (at + 1) * mostLines)
      .flatMap((line, index): PhrasingContent[] => (index > 0 ? [{ type: "break" }, ...line] : line));
    return {
      node: { ...block, children, position: at === 0 ? block.position : children[0]?.position },
      closing: { ...(at > 0 && { marginTop: 0 }), ...(at < count - 1 && { marginBottom: 0 }) },
    };
  });
}

/** A link is drawn as its words and the address beside them; any mark goes on from line to line. */
function linesOf(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    const [here = [], ...below] = split(node);
    lines.at(-1)?.push(...here);
    lines.push(...below);
  }
  return lines;
}

function split(node: PhrasingContent): PhrasingContent[][] {
  switch (node.type) {
    case "break":
      return [[], []];
    case "strong":
    case "emphasis":
      return linesOf(node.children).map((children) => [
        { ...node, children, position: children[0]?.position },
      ]);
    case "link":
      return linesOf([...node.children, { type: "text", value: addressBeside(node) }]);
    default:
      return [[node]];
  }
}
