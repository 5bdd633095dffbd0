import { type Forgery, genuine, replaced, revised, sealHexOf, slotOf } from "./forgeries.fixture";

const page = (contents: string, more = "") =>
  `<<\n/Type /Page\n/Parent 2 0 R\n/MediaBox [0 0 595 842]\n/Contents ${contents}\n/Resources << >>\n${more}>>`;
const stream = (content: string) => `<<\n/Length ${content.length}\n>>\nstream\n${content}\nendstream`;

export const contentForgeries: Record<string, Forgery[]> = {
  "1 changed content": [
    ["a letter of the title", () => replaced(genuine, "Recording our", "Recording 0ur"), "byte-changed"],
    [
      "the claimed time",
      () => replaced(genuine, "(D:20261123170440Z)\n/Name", "(D:20251123170440Z)\n/Name"),
      "byte-changed",
    ],
    ["the page size", () => replaced(genuine, "841.89001", "841.89002"), "byte-changed"],
    ["a byte of a page's content", () => flipped(genuine.indexOf("stream\n") + 20), "byte-changed"],
    [
      "a byte of the record",
      () => flipped(genuine.lastIndexOf("stream\n", slotOf(genuine).start) - 30),
      "byte-changed",
    ],
    ["the certification level", () => replaced(genuine, "/P 1\n", "/P 2\n"), "byte-changed"],
    ["the pages of another document", () => swappedPages(), "byte-changed"],
    ["a byte of the document's id", () => flipped(genuine.lastIndexOf("/ID") + 8), "byte-changed"],
  ],
  "2 trailing bytes": [
    ["one line end", () => `${genuine}\n`, "bytes-appended"],
    ["a comment", () => `${genuine}% nothing\n`, "bytes-appended"],
    ["a zero byte", () => `${genuine}\0`, "bytes-appended"],
    ["a second end mark", () => `${genuine}%%EOF\n`, "bytes-appended"],
    ["a kilobyte of spaces", () => genuine + " ".repeat(1024), "bytes-appended"],
  ],
  "2b leading bytes": [
    ["one line end", () => `\n${genuine}`, "bytes-before"],
    ["the line end of Windows", () => `\r\n${genuine}`, "bytes-before"],
    ["a mark of byte order", () => `\xef\xbb\xbf${genuine}`, "bytes-before"],
    ["half a kilobyte of a mail", () => `${"Content: x\r\n".repeat(50)}${genuine}`, "bytes-before"],
  ],
  "3 revision with another page": [
    [
      "new content",
      () => revised(genuine, { 3: page("90 0 R"), 90: stream("BT (I DO consent) Tj ET") }),
      "second-revision",
    ],
    [
      "page two removed",
      () => revised(genuine, { 2: "<< /Type /Pages /Count 1 /Kids [3 0 R] >>" }),
      "second-revision",
    ],
    [
      "a page added",
      () =>
        revised(genuine, { 2: "<< /Type /Pages /Count 3 /Kids [3 0 R 4 0 R 90 0 R] >>", 90: page("13 0 R") }),
      "second-revision",
    ],
  ],
  "4 revision with another catalog": [
    ["without a form", () => revised(genuine, { 1: "<< /Type /Catalog /Pages 2 0 R >>" }), "second-revision"],
    [
      "under a new number",
      () => revised(genuine, { 90: "<< /Type /Catalog /Pages 2 0 R >>" }, "90 0 R"),
      "second-revision",
    ],
    [
      "without permissions",
      () =>
        revised(genuine, {
          1: "<< /Type /Catalog /Pages 2 0 R /AcroForm << /SigFlags 3 /Fields [21 0 R] >> >>",
        }),
      "second-revision",
    ],
  ],
  "5 annotation laid over": [
    [
      "free text",
      () =>
        revised(genuine, {
          3: page("13 0 R", "/Annots [21 0 R 90 0 R]\n"),
          90: "<< /Type /Annot /Subtype /FreeText /Rect [0 0 500 500] /Contents (I DO consent) /DA (/F 12 Tf) >>",
        }),
      "second-revision",
    ],
    [
      "a stamp",
      () =>
        revised(genuine, {
          3: page("13 0 R", "/Annots [90 0 R]\n"),
          90: "<< /Type /Annot /Subtype /Stamp /Rect [0 0 500 500] >>",
        }),
      "second-revision",
    ],
    [
      "a second field",
      () =>
        revised(genuine, {
          90: "<< /Type /Annot /Subtype /Widget /FT /Tx /T (x) /V (I DO consent) /Rect [0 0 90 90] >>",
        }),
      "second-revision",
    ],
  ],
  "6 objects appended without a table": [
    ["an object", () => `${genuine}90 0 obj\n<< >>\nendobj\n`, "second-revision"],
    [
      "the catalog again",
      () => `${genuine}1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n%%EOF\n`,
      "second-revision",
    ],
    [
      "a stream",
      () => `${genuine}13 0 obj\n${stream("BT ET")}\nendobj\nstartxref\n0\n%%EOF\n`,
      "second-revision",
    ],
  ],
  "15 second seal": [
    [
      "in a revision",
      () => revised(genuine, { 90: `<< /Type /Sig /ByteRange [0 1 2 3] /Contents ${sealHexOf(genuine)} >>` }),
      "second-revision",
    ],
    [
      "a second range in the seal",
      () => replaced(genuine, "/M (D:", "/ByteRange [0 1 2 3]\n/M (D:"),
      "second-signature",
    ],
    [
      "a document time stamp",
      () =>
        revised(genuine, { 90: "<< /Type /DocTimeStamp /SubFilter /ETSI.RFC3161 /ByteRange [0 1 2 3] >>" }),
      "second-revision",
    ],
  ],
  "not a whole sealed document": [
    ["an empty file", () => "", "not-a-pdf"],
    ["a picture", () => "\u0089PNG\r\n\u001a\n", "not-a-pdf"],
    ["half of it", () => genuine.slice(0, genuine.length / 2), "truncated"],
    ["the last byte missing", () => genuine.slice(0, -1), "truncated"],
    ["the end mark missing", () => genuine.slice(0, genuine.lastIndexOf("%%EOF")), "truncated"],
    ["a password", () => replaced(genuine, "/Root 1 0 R", "/Root 1 0 R\n/Encrypt 9 0 R"), "encrypted"],
  ],
};

function flipped(index: number): string {
  const letter = String.fromCharCode(genuine.charCodeAt(index) ^ 1);
  return genuine.slice(0, index) + letter + genuine.slice(index + 1);
}

function swappedPages(): string {
  return replaced(genuine, "/Kids [3 0 R 4 0 R]", "/Kids [4 0 R 3 0 R]");
}
