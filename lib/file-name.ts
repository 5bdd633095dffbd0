const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Bytes of one part: file systems take 255 in all, and a folder with a long path on Windows has to hold it too. */
const longest = { title: 90, name: 60 };

type Named = {
  title: string;
  /** Whom it is about; null where they would rather not be named by a file. */
  name: string | null;
  day: string;
};

/**
 * What a file is called where it is saved, for who looks for it there. Letters, digits and marks alone, so that no
 * system reads anything else into it: no dot but that of the ending, and the day keeps it from being a device of Windows.
 */
export function fileName({ title, name, day }: Named, ending: string): string {
  const parts = [part(title, longest.title) || "Document", name ? part(name, longest.name) : "", day];
  return `${parts.filter(Boolean).join("_")}.${ending}`;
}

/** RFC 6266: the name as it is, and beside it, for old programs, what ASCII has of it. */
export function savedAs(name: string, disposition: "attachment" | "inline" = "attachment"): string {
  const ascii = name.normalize("NFKD").replaceAll(/[^\x20-\x7e]/g, "");
  // Of a name in another script only the marks between its parts would be left.
  const plain = ascii.replaceAll(/-*([-_.])[-_]*/g, "$1").replace(/^[-_]+/, "");
  return `${disposition}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}

function part(text: string, most: number): string {
  const words = text
    .normalize("NFC")
    .replaceAll(/['’ʼ]/g, "")
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, "-");
  let kept = "";
  for (const { segment } of graphemes.segment(words.replace(/^-+/, ""))) {
    if (Buffer.byteLength(kept + segment) > most) break;
    kept += segment;
  }
  return kept.replace(/-+$/, "");
}
