import { sampleAuthority, sampleSeal } from "@/lib/seal/sealed-sample.fixture";
import { replaced, resealed } from "./forgeries.fixture";

const catalog = "/ViewerPreferences";
export const hidden: [string, (text: string) => string][] = [
  ["hidden layers", (text) => replaced(text, catalog, `/OCProperties << /OCGs [] >>\n${catalog}`)],
  ["a layer on a page", (text) => replaced(text, "/UserUnit 1", "/UserUnit 1\n/OC << /Type /OCG >>")],
  [
    "an action on opening",
    (text) => replaced(text, catalog, `/OpenAction << /S /JavaScript /JS (x) >>\n${catalog}`),
  ],
  [
    "a script by name",
    (text) => replaced(text, "/EmbeddedFiles <<", "/JavaScript << /Names [] >>\n/EmbeddedFiles <<"),
  ],
  [
    "a second attachment",
    (text) => replaced(text, "[(record.json) 19 0 R]", "[(record.json) 19 0 R (x) 19 0 R]"),
  ],
  ["another attachment's name", (text) => replaced(text, "/UF (record.json)", "/UF (malware.exe)")],
  ["a text field", (text) => replaced(text, "/FT /Sig", "/FT /Tx")],
  ["a second field", (text) => replaced(text, "/Fields [21 0 R]", "/Fields [21 0 R 21 0 R]")],
  ["a form script", (text) => replaced(text, "/SigFlags 3", "/SigFlags 3\n/XFA (x)")],
  [
    "a link to the outside",
    (text) => replaced(text, "/UserUnit 1", "/UserUnit 1\n/AA << /O << /S /URI /URI (http://x) >> >>"),
  ],
  ["an annotation", (text) => replaced(text, "/Subtype /Widget", "/Subtype /Stamp")],
  ["a visible field", (text) => replaced(text, "/Rect [0 0 0 0]", "/Rect [0 0 9 9]")],
  ["a script where no list of keys looks", (text) => replaced(text, "/DisplayDocTitle true", "/JS (x)")],
  ["weaker certification", (text) => replaced(text, "/P 1\n", "/P 2\n")],
  ["no certification", (text) => replaced(text, "/Perms <<\n/DocMDP 20 0 R\n>>", "")],
  ["an older kind of signature", (text) => replaced(text, "ETSI.CAdES.detached", "adbe.pkcs7.detached")],
  ["an unused object", (text) => replaced(text, "xref\n0 22", "22 0 obj\n<< >>\nendobj\nxref\n0 22")],
  [
    "an object stream",
    (text) => replaced(text, "xref\n0 22", "22 0 obj\n<< /Type /ObjStm /Length 0 >>\nendobj\nxref\n0 22"),
  ],
  ["a key given twice", (text) => replaced(text, "/UserUnit 1", "/UserUnit 1\n/UserUnit 1")],
  ["a comment between objects", (text) => replaced(text, "endobj\n2 0 obj", "endobj\n%\n2 0 obj")],
  ["an earlier revision", (text) => replaced(text, "/Root 1 0 R\n", "/Root 1 0 R\n/Prev 9\n")],
  ["a table of another kind", (text) => replaced(text, "/Root 1 0 R\n", "/Root 1 0 R\n/XRefStm 9\n")],
  [
    "a stream kept in another file",
    (text) => replaced(text, "/Type /EmbeddedFile", "/Type /EmbeddedFile\n/F (x)"),
  ],
];

/** Seals again what was edited, as whoever holds the key could. */
export const sealAgain = (text: string) => resealed(text, sampleSeal, [sampleAuthority.certificate]);
