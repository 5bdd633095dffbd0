import { View } from "@react-pdf/renderer";
import type { Table, TableRow } from "mdast";
import { plainTextOf } from "@/lib/markdown/markdown";
import { type Column, cellGap, cellSize, columnWidths } from "./column-widths";
import { longestWord } from "./line-breaks";
import { position, shownUpTo } from "./shown-words";
import { style } from "./style";
import { linesAtMost, lineWidth, mostTogether } from "./text-size";
import { Words } from "./words";

/** Head and first row stay together, and on the next page the head stands again. */
const mostOfRow = mostTogether / 2;
const mostOfHead = mostTogether / 4;
/** A higher box than this is more than react-pdf can count exactly; a longer table begins again with its head. */
const mostOfBox = 8_000;

/**
 * Rows stay whole: cut across, a row would say the first half of each cell before the second of any. One too high for
 * that stands cell below cell, and then no head is repeated, which could come in the middle of a cell.
 */
export function ShownTable({ node, left, runsLeft }: { node: Table; left: number; runsLeft: boolean }) {
  const texts = node.children.map((row) => row.children.map((cell) => plainTextOf(cell)));
  const columns = columnWidths(texts, lineWidth - left);
  const [head, ...rows] = node.children.map((row, index) => {
    const height = columns ? rowHeight(texts[index] ?? [], columns) : Number.POSITIVE_INFINITY;
    return { row, height, columns: height <= mostOfRow ? columns : null, key: position(row, index) };
  });
  if (!head) return null;
  const last = rows.at(-1) ?? head;
  const drawn = ({ key, ...one }: typeof head, isRepeated = false) => (
    <Row
      key={key}
      {...one}
      left={left}
      runsLeft={runsLeft}
      isRepeated={isRepeated}
      isHead={key === head.key}
      isLast={key === last.key}
    />
  );
  if (head.height > mostOfHead || rows.some(({ columns: side }) => !side) || rows.length === 0)
    return [head, ...rows].map((one) => drawn(one));
  return boxed(rows).map((box) => (
    <View key={box[0]?.key}>
      {drawn(head, true)}
      {box.map((one) => drawn(one))}
    </View>
  ));
}

/** What is around a table belongs to its rows: a space of its own could be all that a page takes of it. */
function boxed<R extends { height: number }>(rows: R[]): R[][] {
  const boxes: R[][] = [];
  let left = 0;
  for (const row of rows) {
    left -= row.height;
    if (left < 0) {
      boxes.push([]);
      left = mostOfBox - row.height;
    }
    boxes.at(-1)?.push(row);
  }
  return boxes;
}

type RowProps = {
  row: TableRow;
  left: number;
  /** Null where the cells stand below each other. */
  columns: Column[] | null;
  runsLeft: boolean;
  isHead: boolean;
  isLast: boolean;
  isRepeated: boolean;
};

function Row({ row, left, columns, runsLeft, isHead, isLast, isRepeated }: RowProps) {
  const toLeft = runsLeft ? { row: style.rowToLeft, cell: style.cellToLeft } : { row: {}, cell: {} };
  return (
    <View
      style={[
        columns ? { ...style.tableRow, ...toLeft.row } : style.tableStack,
        isHead ? style.tableHead : {},
        isLast ? style.tableEnd : {},
        runsLeft ? { marginRight: left } : { marginLeft: left },
      ]}
      wrap={columns === null}
      fixed={isRepeated}
      minPresenceAhead={isHead && !isLast && columns ? 1 : 0}
    >
      {row.children.map((cell, index) => {
        const { width, longest } = columns?.[index] ?? { width: 0, longest: longestWord };
        return (
          <Words
            key={position(cell, index)}
            style={[
              columns ? { ...style.cell, ...toLeft.cell, flexGrow: width } : style.stackedCell,
              isHead ? style.strong : {},
            ]}
            longest={longest}
            runsLeft={runsLeft}
          >
            {cell.children.map(shownUpTo(longest))}
          </Words>
        );
      })}
    </View>
  );
}

function rowHeight(cells: string[], columns: Column[]) {
  const lines = cells.map((text, at) => {
    const { width = 0, longest } = columns[at] ?? {};
    return linesAtMost(text, { size: cellSize, width: width - cellGap, voice: "serif", longest });
  });
  return Math.max(...lines) * cellSize * 1.4 + cellGap;
}
