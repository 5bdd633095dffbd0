import type { Editor } from "@tiptap/react";
import type { RichNode } from "@/lib/disclosures/rich-markdown";

/** Puts blocks at the end of the text and shows them. */
export function appendBlocks(editor: Editor, blocks: RichNode[]) {
  const end = editor.state.doc.content.size;
  editor.chain().insertContentAt(end, blocks).focus("end").scrollIntoView().run();
}

/** Puts other words where these stand first, and says whether they were there. */
export function replaceWords(editor: Editor, found: string, proposal: string): boolean {
  let at: number | null = null;
  editor.state.doc.descendants((node, position) => {
    const start = node.isText ? (node.text ?? "").indexOf(found) : -1;
    if (at === null && start >= 0) at = position + start;
    return at === null;
  });
  if (at === null) return false;
  const from: number = at;
  editor
    .chain()
    .insertContentAt({ from, to: from + found.length }, proposal)
    .setTextSelection({ from, to: from + proposal.length })
    .focus()
    .scrollIntoView()
    .run();
  return true;
}
