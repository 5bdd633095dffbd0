import type { EditorProps } from "@tiptap/pm/view";
import { cleanPaste, type PasteRefusal } from "@/lib/markdown/clean-paste";

/** Takes what is pasted or dropped as far as a text can say it; the rest is not taken at all, and it is said why. */
export function pasting(onRefused: (why: PasteRefusal) => void): EditorProps {
  let refusal: PasteRefusal | null = null;
  const isRefused = () => {
    const why = refusal;
    refusal = null;
    if (why) onRefused(why);
    return why !== null;
  };
  return {
    transformPastedHTML(html) {
      const taken = cleanPaste(html, (given) => new DOMParser().parseFromString(given, "text/html"));
      refusal = taken.refusal ?? null;
      return taken.refusal ? "" : taken.html;
    },
    handlePaste: isRefused,
    handleDrop: isRefused,
  };
}
