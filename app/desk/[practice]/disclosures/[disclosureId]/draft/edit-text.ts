import type { Node } from "@tiptap/pm/model";
import type { Editor } from "@tiptap/react";
import { sentenceAt } from "@/lib/drafts/checks/sentences";
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

/** Puts another sentence where this one stands, and says whether it was there. */
export function replaceSentence(editor: Editor, { sentence, found }: Found, replacement: string): boolean {
  const place = placeOfSentence(editor.state.doc, { sentence, found });
  if (!place) return false;
  editor
    .chain()
    .insertContentAt(place, { type: "text", text: replacement })
    .setTextSelection({ from: place.from, to: place.from + replacement.length })
    .focus()
    .scrollIntoView()
    .run();
  return true;
}

type Found = { sentence: string; found: string };

export function placeOfSentence(doc: Node, { sentence, found }: Found): { from: number; to: number } | null {
  const places: { from: number; to: number; isSame: boolean; inClaim: boolean }[] = [];
  doc.descendants((block, position) => {
    if (!block.isTextblock) return;
    const text = block.textBetween(0, block.content.size, "", " ");
    for (let at = text.indexOf(found); at >= 0; at = text.indexOf(found, at + 1)) {
      const { from, to } = sentenceAt(text, at);
      const isSame = text.slice(from, to) === sentence;
      const start = position + 1;
      places.push({ from: start + from, to: start + to, isSame, inClaim: isInClaim(block, at) });
    }
  });
  const place =
    // A claim that was checked may say what nothing else may, so what stands outside is meant first.
    places.find(({ isSame }) => isSame) ?? places.find(({ inClaim }) => !inClaim) ?? places[0];
  return place ? { from: place.from, to: place.to } : null;
}

function isInClaim(block: Node, at: number) {
  const marks = block.nodeAt(at)?.marks ?? [];
  return marks.some(({ attrs }) => claimKeyOf(String(attrs.href)) !== null);
}
