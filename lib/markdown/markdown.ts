import { createHash } from "node:crypto";
import type { Link, Nodes, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
import { claimKeyOf } from "./claim-address";

export type ItemText = {
  label: string;
  whatFor: string;
  whoSees: string;
  where: string;
  until: string;
  copy: string;
  required: boolean;
};

export type DisclosureText = { title: string; inShort: string; body: string; items: ItemText[] };

/** Switched off, so that HTML, images, code and references stand there as the letters they are: nothing a patient signs is hidden. */
const disabledConstructs = [
  "htmlFlow",
  "htmlText",
  "labelStartImage",
  "characterReference",
  "definition",
  "blockQuote",
  "codeIndented",
  "codeFenced",
  "codeText",
];
const safeLink = /^(https:\/\/|mailto:|tel:)/i;
const wordsAMinute = 200;
const mostKept = 100;
const kept = new Map<string, Root>();

/**
 * Headings, paragraphs, lists, emphasis, tables, links to https, mailto and tel, and references to claims; all else
 * stays plain text.
 * The same few texts are shown and drawn again and again, so their trees are kept: whoever gets one leaves it as it is.
 */
export function parseDisclosureMarkdown(text: string): Root {
  const known = kept.get(text);
  if (known) return known;
  if (kept.size >= mostKept) kept.clear();
  const root = parsed(text);
  kept.set(text, root);
  return root;
}

function parsed(text: string): Root {
  const root = fromMarkdown(normalized(text), {
    extensions: [gfmTable(), { disable: { null: disabledConstructs } }],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  keepSafeLinks(root);
  return root;
}

function keepSafeLinks(node: Nodes) {
  if (!("children" in node)) return;
  const children = asNodes(node);
  children.forEach(keepSafeLinks);
  const kept: Nodes[] = children.flatMap((child): Nodes[] =>
    isUnsafeLink(child) ? child.children : [child],
  );
  children.splice(0, children.length, ...kept);
}

function isUnsafeLink(node: Nodes): node is Link {
  return node.type === "link" && !safeLink.test(node.url) && !claimKeyOf(node.url);
}

/** mdast types each parent's children apart; a link and what it holds are allowed in the same places. */
function asNodes(parent: { children: unknown }) {
  return parent.children as Nodes[];
}

/** One line per paragraph, heading, list item line and table cell, in reading order. */
export function plainTextOf(root: Nodes): string {
  return linesOf(root, " ").join("\n");
}

/** Each paragraph, heading, list item line and table cell, in the lines its writer ended. */
export function writtenLines(root: Nodes): string[][] {
  return linesOf(root, "\n").map((line) => line.split("\n"));
}

function linesOf(node: Nodes, lineEnd: string): string[] {
  if (node.type === "paragraph" || node.type === "heading" || node.type === "tableCell") {
    return [inlineText(node, lineEnd)].filter((line) => line.trim() !== "");
  }
  return "children" in node ? node.children.flatMap((child) => linesOf(child, lineEnd)) : [];
}

function inlineText(node: Nodes, lineEnd = " "): string {
  if (node.type === "text") return node.value;
  if (node.type === "break") return lineEnd;
  const words = "children" in node ? node.children.map((child) => inlineText(child, lineEnd)).join("") : "";
  return node.type === "link" ? words + addressBeside(node) : words;
}

/** On paper a link is its words and, where they do not say it already, its address. A claim has none to go to. */
export function addressBeside(link: Link) {
  if (claimKeyOf(link.url)) return "";
  const words = link.children.map((child) => inlineText(child)).join("");
  const address = link.url.replace(/^(mailto:|tel:)/i, "");
  return words === address || words === link.url ? "" : ` (${address})`;
}

export type ClaimInText = { key: string; words: string; from: number; to: number };

/** The claims a text makes by reference, in reading order, each with its words and its place in the normalised text. */
export function claimsIn(body: string): ClaimInText[] {
  return claimsWithin(parseDisclosureMarkdown(body));
}

function claimsWithin(node: Nodes): ClaimInText[] {
  const key = node.type === "link" ? claimKeyOf(node.url) : null;
  const { start, end } = node.position ?? {};
  if (key) {
    return [{ key, words: plainWords(node), from: start?.offset ?? 0, to: end?.offset ?? 0 }];
  }
  return "children" in node ? node.children.flatMap(claimsWithin) : [];
}

const plainWords = (node: Nodes) => oneLine(inlineText(node));

export function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

export function readingMinutes(text: string): number {
  return Math.max(1, Math.ceil(wordCount(text) / wordsAMinute));
}

/** Everything one version says in one language, in order. The closing count keeps text from posing as an item. */
export function canonicalDisclosureText({ title, inShort, body, items }: DisclosureText): string {
  return normalized(
    [
      `# ${oneLine(title)}`,
      quoted(inShort),
      trimmed(body),
      ...items.map((item, index) => canonicalItem(item, index + 1)),
      `[${items.length}]`,
    ].join("\n\n"),
  ).concat("\n");
}

function canonicalItem(item: ItemText, number: number) {
  return [
    `${number}. ${oneLine(item.label)} [${item.required ? "required" : "optional"}]`,
    `   - what for: ${oneLine(item.whatFor)}`,
    `   - who sees: ${oneLine(item.whoSees)}`,
    `   - where: ${oneLine(item.where)}`,
    `   - until: ${oneLine(item.until)}`,
    `   - copy: ${oneLine(item.copy)}`,
  ].join("\n");
}

const oneLine = (text: string) => text.trim().replace(/\s+/g, " ");

const trimmed = (text: string) => normalized(text).replace(/^\n+|\s+$/g, "");

const quoted = (text: string) =>
  trimmed(text)
    .split("\n")
    .map((line) => `> ${line}`.trimEnd())
    .join("\n");

export const normalized = (text: string) => text.replace(/\r\n?/g, "\n").normalize("NFC");

export function disclosureTextSha256(canonical: string): string {
  return createHash("sha256").update(canonical, "utf8").digest("hex");
}
