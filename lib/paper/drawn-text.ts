import { PDF, PdfArray, PdfDict, type PdfObject, type PdfRef, PdfStream, PdfRef as Ref } from "@libpdf/core";

type Resolve = (ref: PdfRef) => PdfObject | null;

/**
 * What each page of our own PDFs draws, line by line, from left to right, read back from the file through its ToUnicode
 * maps. The library's own extraction sorts by position and misreads maps with several letters a glyph.
 */
export async function drawnText(bytes: Uint8Array): Promise<string[]> {
  const pdf = await PDF.load(bytes);
  const resolve: Resolve = (ref) => pdf.getObject(ref);
  const maps = new Map<PdfObject, string[]>();

  return pdf.getPages().map((page) => {
    const fonts = new Map<string, string[]>();
    const listed = dictOf(
      dictOf(page.dict.get("Resources", resolve), resolve)?.get("Font", resolve),
      resolve,
    );
    for (const [name, font] of listed ?? []) {
      const stream = dictOf(font, resolve)?.get("ToUnicode", resolve);
      if (!(stream instanceof PdfStream)) continue;
      const map = maps.get(stream) ?? lettersOf(latin1(stream.getDecodedData()));
      maps.set(stream, map);
      fonts.set(name.value, map);
    }
    return textOf(contentOf(page.dict.get("Contents", resolve), resolve), fonts);
  });
}

/** react-pdf saves its place for a line and for each run in it; where two places are left at once, a line ends. */
const drawing = /\/(\w+) [\d.]+ Tf|<([0-9a-f]+)>|ET\nQ\n(?:[-\d. ]+cm\n)?(Q)/g;

function textOf(content: string, fonts: Map<string, string[]>) {
  let text = "";
  let letters: string[] = [];
  for (const [, font, glyphs, lineEnd] of content.matchAll(drawing)) {
    if (lineEnd) text += "\n";
    if (font) letters = fonts.get(font) ?? [];
    for (let at = 0; glyphs && at < glyphs.length; at += 4) {
      text += letters[Number.parseInt(glyphs.slice(at, at + 4), 16)] ?? "\ufffd";
    }
  }
  return text;
}

/** pdfkit writes `<from> <to> [<letters> <letters> …]`, the letters of one glyph being UTF-16 with spaces between. */
function lettersOf(toUnicode: string) {
  const letters: string[] = [];
  for (const [, from = "", , list = ""] of toUnicode.matchAll(/<(\w+)>\s*<(\w+)>\s*\[([^\]]*)\]/g)) {
    [...list.matchAll(/<([^>]*)>/g)].forEach(([, hex = ""], index) => {
      letters[Number.parseInt(from, 16) + index] = Buffer.from(hex.replace(/\s/g, ""), "hex")
        .swap16()
        .toString("utf16le");
    });
  }
  return letters;
}

function contentOf(contents: PdfObject | null | undefined, resolve: Resolve): string {
  if (contents instanceof PdfStream) return latin1(contents.getDecodedData());
  if (contents instanceof PdfArray)
    return [...contents].map((part) => contentOf(resolved(part, resolve), resolve)).join("\n");
  return "";
}

function dictOf(object: PdfObject | null | undefined, resolve: Resolve) {
  const found = resolved(object, resolve);
  return found instanceof PdfDict ? found : null;
}

function resolved(object: PdfObject | null | undefined, resolve: Resolve) {
  return object instanceof Ref ? resolve(object) : object;
}

function latin1(bytes: Uint8Array) {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
}
