import type { Nodes, Root } from "mdast";
import { Fragment, type ReactNode } from "react";

/** A parsed text as the page shows it; the PDF is drawn from the same tree. Headings begin at level two. */
export function Markdown({ root }: { root: Root }) {
  return <>{children(root)}</>;
}

function children(node: Nodes): ReactNode {
  if (!("children" in node)) return null;
  // The tree of a published text never changes, so a position is a key.
  return node.children.map((child, index) => (
    <Fragment key={`${child.type}${index}`}>{element(child)}</Fragment>
  ));
}

function element(node: Nodes): ReactNode {
  switch (node.type) {
    case "text":
      return node.value;
    case "paragraph":
      return <p>{children(node)}</p>;
    case "heading":
      return node.depth <= 2 ? <h2>{children(node)}</h2> : <h3>{children(node)}</h3>;
    case "strong":
      return <strong>{children(node)}</strong>;
    case "emphasis":
      return <em>{children(node)}</em>;
    case "link":
      return (
        <a href={node.url} rel="noreferrer">
          {children(node)}
        </a>
      );
    case "list":
      return node.ordered ? <ol start={node.start ?? 1}>{children(node)}</ol> : <ul>{children(node)}</ul>;
    case "listItem":
      return <li>{children(node)}</li>;
    case "break":
      return <br />;
    case "thematicBreak":
      return <hr />;
    case "table": {
      const [head, ...rows] = node.children;
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and must do so by keyboard too
        <section className="wide" tabIndex={0} aria-label={head ? plainHead(head) : undefined}>
          <table>
            <thead>{head && <tr>{cells(head, "th")}</tr>}</thead>
            <tbody>
              {rows.map((row, index) => (
                <tr key={`row${index + 1}`}>{cells(row, "td", head)}</tr>
              ))}
            </tbody>
          </table>
        </section>
      );
    }
    default:
      return children(node);
  }
}

type Row = Extract<Nodes, { type: "tableRow" }>;

/** Each cell carries the head of its column, for where a narrow screen stacks them. */
function cells(row: Row, Cell: "th" | "td", head?: Row) {
  return row.children.map((cell, index) => (
    <Cell
      key={`cell${index + 1}`}
      {...(Cell === "th" ? { scope: "col" } : { "data-label": plainOf(head?.children[index]) })}
    >
      {children(cell)}
    </Cell>
  ));
}

function plainHead(row: Row): string {
  return row.children.map(plainOf).join(", ");
}

function plainOf(node: Nodes | undefined): string {
  if (node?.type === "text") return node.value;
  return node && "children" in node ? node.children.map(plainOf).join("") : "";
}
