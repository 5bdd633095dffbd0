import fc from "fast-check";
import { markdownOf, type RichNode } from "@/lib/markdown/rich-markdown";

const plain =
  "a I we You session recording Encrypted WWWWWWWW iiiiiii psychotherapeutically electroencephalographically";
const signs = "— “so” it’s 3 2026. e.g. and/or (maybe) 50% * # | 1. - <b> &amp; …";
const letters = "Łódź niño Ελλάδα привет Հայ ქართული น้ำ ő ß Adébáyọ̀ Щу́кина שָׁלוֹם רחל, (לֵאָה)";
const long = ["x".repeat(70), "W".repeat(40), `https://candor.example/${"a-b_c/".repeat(12)}`];
const word = fc.constantFrom(...`${plain} ${signs} ${letters}`.split(" "), ...long);

/** Mostly a few words, now and then so many that they fill a page. */
export function someWords(most: number) {
  const between = (minLength: number, maxLength: number) => fc.array(word, { minLength, maxLength });
  return fc
    .oneof(
      { weight: 12, arbitrary: between(1, Math.min(12, most)) },
      { weight: 2, arbitrary: between(1, Math.min(60, most)) },
      { weight: 1, arbitrary: between(Math.ceil(most / 2), most) },
    )
    .map((words) => words.join(" "));
}

const address = fc.constantFrom(
  "https://candor.example/a/long/address",
  "tel:+15550100",
  "mailto:a@b.example",
);
const emphasis = fc.subarray(["bold", "italic"]).map((types) => types.map((type) => ({ type })));
const marks = fc.oneof(
  { weight: 5, arbitrary: emphasis },
  {
    weight: 1,
    arbitrary: fc.tuple(emphasis, address).map(([on, href]) => [...on, { type: "link", attrs: { href } }]),
  },
);

function words(most: number): fc.Arbitrary<RichNode[]> {
  const run = fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .tuple(someWords(most), marks)
        .map(([text, on]) => nodeOf("text", { text: `${text} `, marks: on })),
    },
    { weight: 1, arbitrary: fc.constant(nodeOf("hardBreak")) },
  );
  return fc.array(run, { minLength: 1, maxLength: 3 });
}

const paragraph = words(120).map((content) => nodeOf("paragraph", { content }));

const heading = fc
  .tuple(words(30), fc.integer({ min: 1, max: 6 }))
  .map(([content, level]) => nodeOf("heading", { content, attrs: { level } }));

const table = fc
  .integer({ min: 1, max: 6 })
  .chain((columns) =>
    fc.array(fc.array(words(40), { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 8 }),
  )
  .map((rows) => nodeOf("table", { content: rows.map(rowOf) }));

function rowOf(cells: RichNode[][], at: number) {
  const type = at === 0 ? "tableHeader" : "tableCell";
  const content = cells.map((said) => nodeOf(type, { content: [nodeOf("paragraph", { content: said })] }));
  return nodeOf("tableRow", { content });
}

function list(depth: number): fc.Arbitrary<RichNode> {
  const inside = depth > 0 ? fc.oneof(paragraph, list(depth - 1), table, heading) : paragraph;
  const point = fc
    .tuple(paragraph, fc.array(inside, { maxLength: 2 }))
    .map(([first, rest]) => nodeOf("listItem", { content: [first, ...rest] }));
  return fc
    .tuple(
      fc.constantFrom("bulletList", "orderedList"),
      fc.constantFrom(1, 7, 98, 123_456_789),
      fc.array(point, { minLength: 1, maxLength: 4 }),
    )
    .map(([type, start, content]) => nodeOf(type, { content, attrs: { start } }));
}

const section = fc.tuple(heading, paragraph);
const alone = fc.oneof(paragraph, list(2), table, heading, fc.constant(nodeOf("horizontalRule")));
const blocks = fc.array(fc.oneof(section, fc.tuple(alone)), { minLength: 1, maxLength: 8 });

/** What somebody can write in the editor, as it is kept. */
export const anyBody = blocks.map((all) => markdownOf(nodeOf("doc", { content: all.flat() })));

function nodeOf(type: string, rest: Omit<RichNode, "type"> = {}): RichNode {
  return { type, ...rest };
}
