import type { BlockContent, Link, Nodes, PhrasingContent, Root, TableRow } from "mdast";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { type Options, toMarkdown } from "mdast-util-to-markdown";
import { type Run, settled } from "./rich-runs";

export type RichMark = { type: string; attrs?: Record<string, unknown> };
export type RichNode = {
  type: string;
  text?: string;
  marks?: RichMark[];
  attrs?: Record<string, unknown>;
  content?: RichNode[];
};

const options: Options = {
  bullet: "-",
  emphasis: "*",
  rule: "-",
  listItemIndent: "one",
  resourceLink: true,
  extensions: [gfmTableToMarkdown({ tablePipeAlign: false })],
};

/** A character that Markdown could only say as a reference, which our texts do not know. */
const reference = /&#x[0-9A-F]+;/;

/** What the editor holds as Markdown; the same text read again is the same to a reader. */
export function markdownOf(doc: RichNode): string {
  const root: Root = { type: "root", children: (doc.content ?? []).flatMap(blockOf) };
  const written = toMarkdown(root, options);
  if (!reference.test(written)) return written.trim();
  const sayable = root.children.map((block) =>
    reference.test(toMarkdown(block, options)) ? plain(block) : block,
  );
  return toMarkdown({ type: "root", children: sayable }, options).trim();
}

function blockOf(node: RichNode): BlockContent[] {
  switch (node.type) {
    case "paragraph": {
      const children = phrases(node, true);
      return children.length > 0 ? [{ type: "paragraph", children }] : [];
    }
    case "heading": {
      const children = phrases(node, false);
      return children.length > 0 ? [{ type: "heading", depth: depthOf(node), children }] : [];
    }
    case "bulletList":
    case "orderedList":
      return listOf(node);
    case "horizontalRule":
      return [{ type: "thematicBreak" }];
    case "table":
      return tableOf(node);
    default:
      return [];
  }
}

function listOf(node: RichNode): BlockContent[] {
  const points = (node.content ?? []).map((item) => (item.content ?? []).flatMap(blockOf));
  const kept = points.filter((blocks) => blocks.length > 0);
  if (kept.length === 0) return [];
  const isTight = kept.every((blocks) => blocks.filter(({ type }) => type !== "list").length <= 1);
  const start = node.attrs?.start;
  return [
    {
      type: "list",
      ordered: node.type === "orderedList",
      start: typeof start === "number" ? start : 1,
      spread: !isTight,
      children: kept.map((children) => ({ type: "listItem", spread: !isTight, children })),
    },
  ];
}

function tableOf(node: RichNode): BlockContent[] {
  const rows = (node.content ?? []).map((row) =>
    (row.content ?? []).map((cell) => (cell.content ?? []).flatMap((block) => phrases(block, false))),
  );
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  if (width === 0) return [];
  const children = rows.map(
    (cells): TableRow => ({
      type: "tableRow",
      children: Array.from({ length: width }, (_, at) => ({ type: "tableCell", children: cells[at] ?? [] })),
    }),
  );
  return [{ type: "table", children }];
}

function depthOf({ attrs }: RichNode): 1 | 2 | 3 | 4 | 5 | 6 {
  const level = attrs?.level;
  return ([1, 2, 3, 4, 5, 6] as const).find((depth) => depth === level) ?? 2;
}

function phrases(node: RichNode, mayBreak: boolean): PhrasingContent[] {
  const runs = (node.content ?? []).map((inline): Run => {
    if (inline.type === "hardBreak" && mayBreak) return { kind: "break" };
    const text = inline.type === "hardBreak" ? " " : (inline.text ?? "");
    const has = (type: string) => inline.marks?.some((mark) => mark.type === type) ?? false;
    const href = inline.marks?.find((mark) => mark.type === "link")?.attrs?.href;
    const link = typeof href === "string" ? href : null;
    return { kind: "text", text, bold: has("bold"), italic: has("italic"), link };
  });
  return nested(settled(runs), ["link", "bold", "italic"]);
}

/** Neighbours that share a mark stand in it together: links outside, then strong, then emphasis. */
function nested(runs: readonly Run[], marks: readonly ("link" | "bold" | "italic")[]): PhrasingContent[] {
  const [mark, ...inner] = marks;
  if (!mark)
    return runs.map((run) => (run.kind === "break" ? { type: "break" } : { type: "text", value: run.text }));
  const markOf = (run: Run | undefined) => (run?.kind === "text" ? run[mark] || null : null);
  const starts = runs.flatMap((run, at) => (at === 0 || markOf(run) !== markOf(runs[at - 1]) ? [at] : []));
  return starts.flatMap((start, index) => {
    const children = nested(runs.slice(start, starts[index + 1]), inner);
    const value = markOf(runs[start]);
    if (value === null) return children;
    return [
      typeof value === "string"
        ? { type: "link", url: value, children: asWords(children) }
        : { type: mark === "bold" ? "strong" : "emphasis", children },
    ];
  });
}

/** Safe because links are the outermost mark, so what stands in one is never another. */
function asWords(children: PhrasingContent[]) {
  return children as Link["children"];
}

/** The same words without marks: better than words that come out as other letters. */
function plain<N extends Nodes>(node: N): N {
  if (!("children" in node)) return node;
  const children = asNodes(node).flatMap((child) =>
    child.type === "strong" || child.type === "emphasis" ? asNodes(plain(child)) : [plain(child)],
  );
  return { ...node, children: joined(children) };
}

/** Neighbouring words as one: apart, nobody would see that "1. " begins a line with more behind it. */
function joined(nodes: readonly Nodes[]): Nodes[] {
  const kept: Nodes[] = [];
  for (const node of nodes) {
    const last = kept.at(-1);
    if (node.type === "text" && last?.type === "text")
      kept.splice(-1, 1, { type: "text", value: last.value + node.value });
    else kept.push(node);
  }
  return kept;
}

/** mdast types each parent's children apart; marks and what they hold are allowed in the same places. */
function asNodes(parent: { children: unknown }) {
  return parent.children as Nodes[];
}
