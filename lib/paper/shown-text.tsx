import { View } from "@react-pdf/renderer";
import type { Heading, List, Nodes, Root } from "mdast";
import type { ReactNode } from "react";
import { parseDisclosureMarkdown, plainTextOf } from "@/lib/markdown/markdown";
import { longestWord } from "./line-breaks";
import { startsRightToLeft } from "./right-to-left";
import { ShownTable } from "./shown-table";
import { position, shownUpTo } from "./shown-words";
import { type Closing, splitParagraphs } from "./split-paragraphs";
import { headingStyle, style } from "./style";
import { linesAtMost, lineWidth, widthOf } from "./text-size";
import { Words } from "./words";

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

/**
 * The disclosure's Markdown on paper, each of its blocks by itself and as far in as it stands, so that pages may turn
 * between any two: of a box that holds many of them, react-pdf loses count when it is some twenty pages high.
 */
export function ShownText({ root }: { root: Root }) {
  return <Blocks nodes={root.children} left={0} />;
}

type Mark = { words: string; width: number };
/** A block of the text runs one way with all that is in it. */
type BlocksProps = { nodes: readonly Nodes[]; left: number; mark?: Mark; runsLeft?: boolean };

/** The first of them stands beside the mark of the point it begins. */
function Blocks({ nodes, left, mark, runsLeft }: BlocksProps) {
  const hasWords = nodes[0]?.type === "paragraph" || nodes[0]?.type === "heading";
  return (
    <>
      {mark && !hasWords ? (
        <Marked mark={mark} left={left} runsLeft={runsLeft}>
          {null}
        </Marked>
      ) : null}
      {splitParagraphs(nodes).map(({ node, closing }, index, all) => (
        <Block
          key={position(node, index)}
          node={node}
          left={left}
          runsLeft={runsLeft ?? startsRightToLeft(plainTextOf(node))}
          closing={closing}
          mark={hasWords && index === 0 ? mark : undefined}
          isKept={node.type === "heading" && isKept(node, all[index - 1]?.node, all[index + 1]?.node)}
        />
      ))}
    </>
  );
}

type BlockProps = {
  node: Nodes;
  left: number;
  mark?: Mark;
  runsLeft: boolean;
  isKept: boolean;
  closing: Closing;
};

function Block({ node, left, mark, runsLeft, isKept, closing }: BlockProps): ReactNode {
  switch (node.type) {
    case "heading":
    case "paragraph": {
      const look = node.type === "heading" ? headingStyle(node.depth) : style.body;
      const longest = longestIn(lineWidth - left, look.fontSize);
      const ahead = isKept ? 1 : 0;
      const words = (place: object) => (
        <Words
          style={{ ...look, ...place, ...closing }}
          minPresenceAhead={mark ? 0 : ahead}
          longest={longest}
          runsLeft={runsLeft}
        >
          {node.children.map(shownUpTo(longest))}
        </Words>
      );
      if (!mark) return words(inset(left, runsLeft));
      return (
        <Marked mark={mark} left={left} runsLeft={runsLeft} minPresenceAhead={ahead}>
          {words({ ...inset(mark.width, runsLeft), flex: 1 })}
        </Marked>
      );
    }
    case "list":
      return <Points list={node} left={left} runsLeft={runsLeft} />;
    case "table":
      return <ShownTable node={node} left={left} runsLeft={runsLeft} />;
    case "thematicBreak":
      return <View style={{ ...style.rule, ...inset(left, runsLeft) }} />;
    default:
      return null;
  }
}

const markSize = style.marker.fontSize;
/** Lists within lists begin no further in than leaves this much of the line. */
const shortestLine = lineWidth / 2;

function Points({ list, left, runsLeft }: { list: List; left: number; runsLeft: boolean }) {
  const markOf = (at: number) => (list.ordered ? `${(list.start ?? 1) + at}.` : "•");
  const width = Math.max(20, 6 + widthOf(markOf(list.children.length - 1), markSize, "serif"));
  const inside = lineWidth - left - width < shortestLine ? Math.max(left, width) : left + width;
  return list.children.map((item, index) => (
    <Blocks
      key={position(item, index)}
      nodes={item.children}
      left={inside}
      mark={{ words: markOf(index), width }}
      runsLeft={runsLeft}
    />
  ));
}

type MarkedProps = {
  mark: Mark;
  left: number;
  runsLeft?: boolean;
  minPresenceAhead?: number;
  children: ReactNode;
};

/**
 * The mark takes no width and no more than its own line: what is left of the words on the next page stands alone in its
 * row, as far in as before, and a mark as high as all of them could not be parted from them.
 */
function Marked({ mark, left, runsLeft = false, minPresenceAhead = 0, children }: MarkedProps) {
  const flexDirection = runsLeft ? "row-reverse" : "row";
  return (
    <View
      style={{ ...style.point, flexDirection, ...inset(left - mark.width, runsLeft) }}
      minPresenceAhead={minPresenceAhead}
    >
      <Words
        style={{ ...style.marker, width: mark.width, ...inset(-mark.width, !runsLeft) }}
        runsLeft={runsLeft}
      >
        {mark.words}
      </Words>
      {children}
    </View>
  );
}

/** From the side where lines begin. */
function inset(width: number, runsLeft: boolean) {
  return runsLeft ? { marginRight: width } : { marginLeft: width };
}

/** The longest word, in letters, that surely fits a line. */
function longestIn(width: number, size: number) {
  return Math.min(longestWord, Math.floor(width / size / 1.1));
}

/**
 * Whether no page ends after a heading. It is asked for as the least that react-pdf knows, one point: with more, short
 * sections in a row hold on to each other until they are longer than a page, and then they are drawn past its end.
 */
function isKept(heading: Heading, before: Nodes | undefined, next: Nodes | undefined) {
  const size = headingStyle(heading.depth).fontSize;
  const isShort = linesAtMost(plainTextOf(heading), { size, width: shortestLine, voice: "serif" }) <= 8;
  return isShort && next !== undefined && !(next.type === "heading" && before?.type === "heading");
}
