import type { Editor } from "@tiptap/react";
import { claimAddress, claimKeyOf } from "@/lib/markdown/claim-address";
import type { RichNode } from "@/lib/markdown/rich-markdown";

export function appendBlocks(editor: Editor, blocks: RichNode[]) {
  const end = editor.state.doc.content.size;
  editor.chain().insertContentAt(end, blocks).focus("end").scrollIntoView().run();
}

/** Puts a claim's words where the cursor is, with the reference that keeps its date beside them. */
export function insertClaim(editor: Editor, key: string, words: string) {
  const link = { type: "link", attrs: { href: claimAddress(key) } };
  const { from } = editor.state.selection;
  const before = editor.state.doc.textBetween(Math.max(0, from - 1), from, " ", " ");
  const space = before && !/\s/.test(before) ? [{ type: "text", text: " " }] : [];
  editor
    .chain()
    .focus()
    .insertContent([...space, { type: "text", text: words, marks: [link] }])
    .unsetMark("link")
    .scrollIntoView()
    .run();
}

/** Puts other words where these stand first, and says whether they were there. */
export function replaceWords(editor: Editor, found: string, proposal: string): boolean {
  const places: { from: number; inClaim: boolean }[] = [];
  editor.state.doc.descendants((node, position) => {
    const start = node.isText ? (node.text ?? "").indexOf(found) : -1;
    const inClaim = node.marks.some(({ attrs }) => claimKeyOf(String(attrs.href)) !== null);
    if (start >= 0) places.push({ from: position + start, inClaim });
  });
  // A claim that was checked may say what nothing else may, so what stands outside is meant first.
  const from = (places.find(({ inClaim }) => !inClaim) ?? places[0])?.from;
  if (from === undefined) return false;
  editor
    .chain()
    .insertContentAt({ from, to: from + found.length }, proposal)
    .setTextSelection({ from, to: from + proposal.length })
    .focus()
    .scrollIntoView()
    .run();
  return true;
}
