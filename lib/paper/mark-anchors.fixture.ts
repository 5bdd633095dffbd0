type Coverage = { glyphs?: number[]; rangeRecords?: { start: number; end: number }[] };
type OnLetters = {
  markCoverage: Coverage;
  baseCoverage: Coverage;
  markArray: Mark[];
  baseArray: unknown[][];
};
type OnMarks = {
  mark1Coverage: Coverage;
  mark2Coverage: Coverage;
  mark1Array: Mark[];
  mark2Array: unknown[][];
};
type Mark = { class: number };
type Lookup =
  | { lookupType: 4; subTables: Iterable<OnLetters> }
  | { lookupType: 6; subTables: Iterable<OnMarks> }
  | { lookupType: 1 | 2 | 3 | 5 | 7 | 8 | 9 };

type Positioned = { GPOS?: { lookupList: { toArray(): Lookup[] } } };

/** Whether the font itself says where a mark stands on another glyph, which is a letter or a mark. */
export function anchorsOf(font: object): (mark: number, under: number) => boolean {
  const lookups = asPositioned(font).GPOS?.lookupList.toArray() ?? [];
  const tables = lookups.flatMap((lookup) => {
    if (lookup.lookupType === 4)
      return Array.from(lookup.subTables, (table) => ({
        marks: listed(table.markCoverage, table.markArray),
        anchors: listed(table.baseCoverage, table.baseArray),
      }));
    if (lookup.lookupType === 6)
      return Array.from(lookup.subTables, (table) => ({
        marks: listed(table.mark1Coverage, table.mark1Array),
        anchors: listed(table.mark2Coverage, table.mark2Array),
      }));
    return [];
  });
  return (mark, under) =>
    tables.some(({ marks, anchors }) => {
      const kind = marks.get(mark)?.class;
      return kind !== undefined && Boolean(anchors.get(under)?.[kind]);
    });
}

function listed<Entry>({ glyphs, rangeRecords = [] }: Coverage, entries: Entry[]): Map<number, Entry> {
  const covered =
    glyphs ??
    rangeRecords.flatMap(({ start, end }) => Array.from({ length: end - start + 1 }, (_, at) => start + at));
  return new Map(entries.map((entry, at) => [covered[at] ?? -1, entry]));
}

/** fontkit parses this table of a font, and types none of it. */
function asPositioned(font: object) {
  return font as Positioned;
}
