import { View } from "@react-pdf/renderer";
import { Fragment, type ReactNode } from "react";
import type { Language } from "@/lib/languages";
import type { ItemText } from "@/lib/markdown/markdown";
import { style } from "./style";
import { linesAtMost, lineWidth, mostTogether } from "./text-size";
import { detailsOf } from "./wording";
import { Fact, isLong, Words } from "./words";

/** A longer use may run on to the next page. */
const mostWhole = mostTogether / 2;

type Part = { key: string; node: ReactNode; height: number };

type Props = {
  item: ItemText;
  language: Language;
  asked: string | null;
  children: ReactNode;
  /** What stands below the last use, and on no page without some of it. */
  closing?: Omit<Part, "key">;
};

/** What a use says of itself, under what was asked and, once it was, answered. */
export function Use({ closing, ...use }: Props) {
  const parts = partsOf(use);
  if (!closing) return <Parts parts={parts} isWhole={heightOf(parts) <= mostWhole} />;
  const room = mostTogether - closing.height;
  const fitting = parts.findIndex((_, at) => heightOf(parts.slice(at)) <= room);
  const from = fitting < 0 ? parts.length : fitting;
  const above = parts.slice(0, from);
  return (
    <>
      {above.length > 0 ? <Parts parts={above} isWhole={heightOf(above) <= mostWhole} /> : null}
      <View wrap={false}>
        <Parts parts={parts.slice(from)} isWhole />
        {closing.node}
      </View>
    </>
  );
}

function Parts({ parts, isWhole }: { parts: Part[]; isWhole: boolean }) {
  return (
    <View wrap={!isWhole}>
      {parts.map(({ key, node }) => (
        <Fragment key={key}>{node}</Fragment>
      ))}
    </View>
  );
}

function partsOf({ item, language, asked, children }: Omit<Props, "closing">): Part[] {
  const details = detailsOf(language, item);
  const isFollowed = details.length > 0 || asked !== null;
  const canStay = isFollowed && !isLong(item.label);
  const head = (
    <View style={style.itemHead} wrap={!canStay} minPresenceAhead={canStay ? 1 : 0}>
      {children}
    </View>
  );
  return [
    { key: "head", node: head, height: linesHeight(item.label, lineWidth - 108) + 14 },
    ...details.map(({ label, text }) => ({
      key: label,
      node: <Fact label={label}>{text}</Fact>,
      height: linesHeight(text, lineWidth - style.label.width) + 21,
    })),
    ...(asked ? [{ key: "asked", node: <Words style={style.asked}>{asked}</Words>, height: 32 }] : []),
  ];
}

function linesHeight(text: string, width: number) {
  return linesAtMost(text, { size: 10, width }) * 14;
}

function heightOf(parts: Part[]) {
  return parts.reduce((sum, { height }) => sum + height, 0);
}
