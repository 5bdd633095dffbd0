import { Text, View } from "@react-pdf/renderer";
import type { Nodes, Root, RootContent, TableRow } from "mdast";
import type { ReactNode } from "react";
import { addressBeside, parseDisclosureMarkdown, plainTextOf } from "@/lib/markdown/markdown";
import { longestWord } from "./line-breaks";
import { headingStyle, style } from "./style";
import { drawn, isLong, Words } from "./words";

type Shown = { title: string; inShort: string; body: string };

/** The whole text as it was shown, without its uses. */
export function TextAsShown({ eyebrow, text }: { eyebrow: string; text: Shown }) {
  return (
    <>
      <Words style={style.eyebrow}>{eyebrow}</Words>
      <Words style={style.textTitle} voice="serif">
        {text.title}
      </Words>
      <Words style={style.lead} voice="serif">
        {text.inShort}
      </Words>
      <ShownText root={parseDisclosureMarkdown(text.body)} />
    </>
  );
}

/** The disclosure's Markdown on paper, block by block so that pages may turn between any two. */
export function ShownText({ root }: { root: Root }) {
  return root.children.map((node, index) => <Block key={position(node, index)} node={node} />);
}

function Block({ node }: { node: RootContent | Nodes }): ReactNode {
  switch (node.type) {
    case "heading":
      return (
        <Words style={headingStyle(node.depth)} minPresenceAhead={60}>
          {node.children.map(inline)}
        </Words>
      );
    case "paragraph":
      return <Words style={style.body}>{node.children.map(inline)}</Words>;
    case "list":
      return (
        <View style={{ marginBottom: 4 }}>
          {node.children.map((item, index) => (
            <View key={position(item, index)} style={style.listItem}>
              <Words style={style.marker}>{node.ordered ? `${(node.start ?? 1) + index}.` : "•"}</Words>
              <View style={style.listBody}>
                {item.children.map((child, at) => (
                  <Block key={position(child, at)} node={child} />
                ))}
              </View>
            </View>
          ))}
        </View>
      );
    case "table":
      return (
        <View style={style.table}>
          {node.children.map((row, index) => (
            <Row key={position(row, index)} row={row} isHead={index === 0} />
          ))}
        </View>
      );
    case "thematicBreak":
      return <View style={style.rule} />;
    default:
      return null;
  }
}

function Row({ row, isHead }: { row: TableRow; isHead: boolean }) {
  const isStacked = isLong(plainTextOf(row));
  return (
    <View
      style={isStacked ? style.tableStack : style.tableRow}
      wrap={isStacked}
      minPresenceAhead={isHead ? 40 : 0}
    >
      {row.children.map((cell, index) => (
        <Words
          key={position(cell, index)}
          style={[isStacked ? style.stackedCell : style.cell, isHead ? style.strong : {}]}
          longest={longestIn(row.children.length)}
        >
          {cell.children.map(inlineUpTo(longestIn(row.children.length)))}
        </Words>
      ))}
    </View>
  );
}

/** The longest word, in letters, that surely fits a column. */
function longestIn(columns: number) {
  return Math.min(longestWord, Math.max(5, Math.floor(62 / columns) - 2));
}

function inlineUpTo(longest: number) {
  return function inline(node: Nodes, index: number): ReactNode {
    const key = position(node, index);
    switch (node.type) {
      case "text":
        return <Text key={key}>{drawn(node.value, "serif", longest)}</Text>;
      case "break":
        return "\n";
      case "strong":
      case "emphasis":
        return (
          <Text key={key} style={node.type === "strong" ? { fontWeight: 600 } : { fontStyle: "italic" }}>
            {node.children.map(inline)}
          </Text>
        );
      case "link":
        return (
          <Text key={key}>
            {node.children.map(inline)}
            {drawn(addressBeside(node), "serif", longest)}
          </Text>
        );
      default:
        return null;
    }
  };
}

const inline = inlineUpTo(longestWord);

function position(node: Nodes, index: number) {
  return node.position?.start.offset ?? index;
}
