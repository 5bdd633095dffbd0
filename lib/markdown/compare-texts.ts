import { diffArrays, diffWordsWithSpace } from "diff";
import type { Nodes } from "mdast";
import { type DisclosureText, parseDisclosureMarkdown, plainTextOf } from "./markdown";

export type Sign = "same" | "added" | "removed";
/** Words that stand in both texts, only in the later, or only in the earlier one. */
export type ComparedRun = { sign: Sign; words: string };
export type BlockKind = "heading" | "paragraph" | "item" | "row";
export type ComparedBlock = { kind: BlockKind; sign: Sign | "changed"; runs: ComparedRun[] };
export type UseField = "label" | "whatFor" | "whoSees" | "where" | "until" | "copy";
export type ComparedUse = {
  key: string;
  sign: Sign | "changed";
  /** Whether it must be answered now, where that is new; null where it is as before. */
  nowRequired: boolean | null;
  fields: Record<UseField, ComparedRun[]>;
};
export type ComparedTexts = {
  title: ComparedRun[];
  inShort: ComparedRun[];
  blocks: ComparedBlock[];
  uses: ComparedUse[];
};

type Comparable = Omit<DisclosureText, "items"> & {
  items: readonly (DisclosureText["items"][number] & { key: string })[];
};
type Block = { kind: BlockKind; words: string };

const useFields: readonly UseField[] = ["label", "whatFor", "whoSees", "where", "until", "copy"];
/** Two paragraphs that share so much of their words are one that was reworded. */
const alike = 0.4;

/** What a later text says otherwise than an earlier one, block by block and use by use. */
export function compareTexts(earlier: Comparable, later: Comparable): ComparedTexts {
  return {
    title: runsOf(earlier.title, later.title),
    inShort: runsOf(earlier.inShort, later.inShort),
    blocks: compareBlocks(blocksOf(earlier.body), blocksOf(later.body)),
    uses: compareUses(earlier.items, later.items),
  };
}

function runsOf(earlier: string, later: string): ComparedRun[] {
  if (earlier === later) return earlier === "" ? [] : [{ sign: "same", words: earlier }];
  return diffWordsWithSpace(earlier, later).map(({ added, removed, value }) => ({
    sign: added ? "added" : removed ? "removed" : "same",
    words: value,
  }));
}

function blocksOf(markdown: string): Block[] {
  return parseDisclosureMarkdown(markdown).children.flatMap((node) => blocksIn(node, "paragraph"));
}

function blocksIn(node: Nodes, within: BlockKind): Block[] {
  if (node.type === "heading") return [{ kind: "heading", words: plainTextOf(node) }];
  if (node.type === "paragraph") return [{ kind: within, words: plainTextOf(node) }];
  if (node.type === "tableRow") {
    return [{ kind: "row", words: node.children.map((cell) => plainTextOf(cell)).join(" · ") }];
  }
  const inside = node.type === "listItem" ? "item" : within;
  return "children" in node ? node.children.flatMap((child) => blocksIn(child, inside)) : [];
}

function compareBlocks(earlier: readonly Block[], later: readonly Block[]): ComparedBlock[] {
  const comparator = (one: Block, other: Block) => one.kind === other.kind && one.words === other.words;
  const compared: ComparedBlock[] = [];
  let gone: Block[] = [];
  let come: Block[] = [];
  for (const { added, removed, value } of diffArrays([...earlier], [...later], { comparator })) {
    if (removed) gone = value;
    else if (added) come = value;
    else {
      compared.push(...reworded(gone, come), ...value.map((block) => whole(block, "same")));
      [gone, come] = [[], []];
    }
  }
  return [...compared, ...reworded(gone, come)];
}

/** Each new block beside the old one it came from; those without one stand alone. */
function reworded(gone: readonly Block[], come: readonly Block[]): ComparedBlock[] {
  const left = [...gone];
  const paired = come.flatMap((block): ComparedBlock[] => {
    const at = left.findIndex((old) => old.kind === block.kind && isAlike(old.words, block.words));
    const [from, ...before] = left.splice(0, at + 1).reverse();
    if (!from) return [whole(block, "added")];
    const changed = { kind: block.kind, sign: "changed", runs: runsOf(from.words, block.words) } as const;
    return [...before.reverse().map((old) => whole(old, "removed")), changed];
  });
  return [...left.map((old) => whole(old, "removed")), ...paired];
}

function whole({ kind, words }: Block, sign: Sign): ComparedBlock {
  return { kind, sign, runs: [{ sign, words }] };
}

function isAlike(one: string, other: string) {
  const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu));
  const [a, b] = [words(one), words(other)];
  return [...a].filter((word) => b.has(word)).length >= alike * Math.max(a.size, b.size);
}

type UseText = Comparable["items"][number];

function compareUses(earlier: readonly UseText[], later: readonly UseText[]): ComparedUse[] {
  const kept = later.map((use) => {
    const before = earlier.find(({ key }) => key === use.key);
    return before ? rewordedUse(before, use) : wholeUse(use, "added");
  });
  const gone = earlier.filter(({ key }) => !later.some((use) => use.key === key));
  return [...kept, ...gone.map((use) => wholeUse(use, "removed"))];
}

function rewordedUse(before: UseText, use: UseText): ComparedUse {
  const nowRequired = before.required === use.required ? null : use.required;
  const isSame = nowRequired === null && useFields.every((field) => before[field] === use[field]);
  return {
    key: use.key,
    sign: isSame ? "same" : "changed",
    nowRequired,
    fields: eachField((field) => runsOf(before[field], use[field])),
  };
}

function wholeUse(use: UseText, sign: Sign): ComparedUse {
  return {
    key: use.key,
    sign,
    nowRequired: null,
    fields: eachField((field) => (use[field] === "" ? [] : [{ sign, words: use[field] }])),
  };
}

function eachField(runs: (field: UseField) => ComparedRun[]): Record<UseField, ComparedRun[]> {
  const [label, whatFor, whoSees] = [runs("label"), runs("whatFor"), runs("whoSees")];
  return { label, whatFor, whoSees, where: runs("where"), until: runs("until"), copy: runs("copy") };
}
