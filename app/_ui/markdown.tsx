import type { Nodes, Root } from "mdast";
import { Fragment, type ReactNode } from "react";
import { claimKeyOf } from "@/lib/markdown/claim-address";

/** What stands behind the words of a claim, by its key; null behind one about which nothing is to be said. */
export type ClaimWords = (key: string) => string | null;

const nothing: ClaimWords = () => null;

/** A parsed text as the page shows it; the PDF is drawn from the same tree. Headings begin at level two. */
export function Markdown({ root, said = nothing }: { root: Root; said?: ClaimWords }) {
  return <>{children(root, said)}</>;
}

/** Everything it puts on the screen, one word after another. */
export function wordsShown(node: Nodes, said: ClaimWords = nothing): string {
  if (node.type === "text") return node.value;
  const words = "children" in node ? node.children.map((child) => wordsShown(child, said)).join("") : "";
  const key = node.type === "link" ? claimKeyOf(node.url) : null;
  return words + ((key && said(key)) ?? "");
}

function children(node: Nodes, said: ClaimWords): ReactNode {
  if (!("children" in node)) return null;
  // The tree of a published text never changes, so a position is a key.
  return node.children.map((child, index) => element(child, said, `${index}`));
}

function element(node: Nodes, said: ClaimWords, key: string): ReactNode {
  const inside = children(node, said);
  switch (node.type) {
    case "text":
      return node.value;
    case "paragraph":
      return <p key={key}>{inside}</p>;
    case "heading":
      return node.depth <= 2 ? <h2 key={key}>{inside}</h2> : <h3 key={key}>{inside}</h3>;
    case "strong":
      return <strong key={key}>{inside}</strong>;
    case "emphasis":
      return <em key={key}>{inside}</em>;
    case "link": {
      const claimKey = claimKeyOf(node.url);
      if (claimKey) return <Fragment key={key}>{claim(inside, said(claimKey))}</Fragment>;
      return (
        <a key={key} href={node.url} rel="noreferrer">
          {inside}
        </a>
      );
    }
    case "list":
      return node.ordered ? (
        <ol key={key} start={node.start ?? 1}>
          {inside}
        </ol>
      ) : (
        <ul key={key}>{inside}</ul>
      );
    case "listItem":
      return <li key={key}>{inside}</li>;
    case "break":
      return <br key={key} />;
    case "thematicBreak":
      return <hr key={key} />;
    case "table": {
      const [head, ...rows] = node.children;
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and must do so by keyboard too
        <section key={key} className="wide" tabIndex={0} aria-label={head ? plainHead(head) : undefined}>
          <table>
            <thead>{head && <tr>{cells(head, "th", said)}</tr>}</thead>
            <tbody>
              {rows.map((row, index) => (
                <tr key={`row${index + 1}`}>{cells(row, "td", said, head)}</tr>
              ))}
            </tbody>
          </table>
        </section>
      );
    }
    default:
      return <Fragment key={key}>{inside}</Fragment>;
  }
}

/** Its words, which are the text's own, and behind them what is known today, which is not. */
function claim(words: ReactNode, said: string | null) {
  if (!said) return words;
  return (
    <>
      {words} <span className="claim-words">{said}</span>
    </>
  );
}

type Row = Extract<Nodes, { type: "tableRow" }>;

/** Each cell carries the head of its column, for where a narrow screen stacks them. */
function cells(row: Row, Cell: "th" | "td", said: ClaimWords, head?: Row) {
  return row.children.map((cell, index) => (
    <Cell
      key={`cell${index + 1}`}
      {...(Cell === "th" ? { scope: "col" } : { "data-label": plainOf(head?.children[index]) })}
    >
      {children(cell, said)}
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
