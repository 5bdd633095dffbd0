import { NotAccepted } from "./not-accepted";
import { objectAt, type PdfFile, resolved } from "./pdf-file";
import { latin, type PdfDictionary, type PdfValue } from "./pdf-syntax";
import type { Slot } from "./slot";
import type { Alteration, NotCheckable } from "./verdict";

export type SealedShape = {
  slot: Slot;
  range: number[];
  claimedAt: Date;
  record: { bytes: Uint8Array; isDeflated: boolean };
};

type PdfString = Extract<PdfValue, { kind: "string" }>;

const catalogKeys = [
  ...["Type", "Pages", "Names", "Lang", "ViewerPreferences", "Metadata"],
  ...["AcroForm", "Perms", "Extensions", "MarkInfo", "StructTreeRoot"],
];
const pageKeys = [
  ...["Type", "Parent", "MediaBox", "CropBox", "Contents", "Resources", "UserUnit", "Annots", "Group"],
  ...["StructParents", "Tabs"],
];
const sealKeys = [
  ...["Type", "Filter", "SubFilter", "ByteRange", "Contents", "M", "Name", "Reason", "Reference"],
];
const fieldKeys = ["Type", "Subtype", "FT", "T", "V", "F", "P", "Rect"];

/** Keys and names by which a PDF acts, hides or reaches outside; our documents have none of them. */
const forbiddenKeys = new Set([
  ...["JS", "JavaScript", "AA", "OpenAction", "A", "OC", "OCProperties", "OCGs", "XFA", "URI", "URLS"],
  ...["Prev", "XRefStm", "Encrypt", "ObjStm", "Ref", "RichMediaContent", "Launch", "Win", "PZ", "Legal"],
]);
const forbiddenTypes = new Set([
  ...["ObjStm", "XRef", "OCG", "OCMD", "Action", "JavaScript", "Launch", "GoToR", "GoToE", "SubmitForm"],
  ...["ImportData", "Rendition", "RichMedia", "Movie", "Sound", "3D", "DocTimeStamp", "PS"],
]);

/** Demands the one shape in which documents are sealed here, and says where its parts are. */
export function readShape(file: PdfFile): SealedShape {
  if (file.trailer.has("Encrypt")) throw new NotAccepted<NotCheckable>("encrypted");
  const dictionaries = dictionariesOf(file);
  const seals = dictionaries.filter((one) => nameAt(one, "Type") === "Sig" || one.has("ByteRange"));
  if (seals.length === 0) throw new NotAccepted<NotCheckable>("no-signature");
  if (seals.length > 1) throw new NotAccepted<Alteration>("second-signature");
  onlyKeys(file.trailer, ["Size", "Root", "Info", "ID"]);
  if (numberAt(file.trailer, "Size") !== file.objects.length + 1) throw new NotAccepted("malformed");
  refuseHidden(file, dictionaries);

  const catalog = dictionaryAt(file, file.trailer, "Root");
  onlyKeys(catalog, catalogKeys);
  const seal = readField(file, catalog);
  const contents = stringAt(seal, "Contents");
  if (!contents.isHex) throw new NotAccepted<Alteration>("broken-seal");
  return {
    slot: { start: contents.start, end: contents.end },
    range: arrayAt(seal, "ByteRange").map(numberOf),
    claimedAt: readPdfDate(stringAt(seal, "M")),
    record: readAttachment(file, catalog),
  };
}

function refuseHidden(file: PdfFile, dictionaries: PdfDictionary[]) {
  const hidden = new NotAccepted<Alteration>("hidden-content");
  let attachments = 0;
  for (const dictionary of dictionaries) {
    for (const key of dictionary.keys()) if (forbiddenKeys.has(key)) throw hidden;
    const kinds = ["Type", "Subtype", "S"].map((key) => nameAt(dictionary, key));
    for (const kind of kinds) if (kind && forbiddenTypes.has(kind)) throw hidden;
    if (kinds[0] === "Page") refuseForeignPageParts(dictionary);
    if (kinds[0] === "Annot" && kinds[1] !== "Widget") throw hidden;
    if (dictionary.has("FT") && nameAt(dictionary, "FT") !== "Sig") throw hidden;
    if (kinds[0] === "EmbeddedFile" || dictionary.has("EF")) attachments++;
  }
  if (attachments !== 2) throw hidden;
  for (const { value, stream } of file.objects) {
    if (stream && value.kind === "dict" && value.entries.has("F")) throw hidden;
  }
  if (reachable(file).size !== file.objects.length) throw hidden;
}

function refuseForeignPageParts(page: PdfDictionary) {
  for (const key of page.keys())
    if (!pageKeys.includes(key)) throw new NotAccepted<Alteration>("hidden-content");
}

/** The one field, its one widget and the certification, each pointing at the same seal. */
function readField(file: PdfFile, catalog: PdfDictionary): PdfDictionary {
  const form = dictionaryAt(file, catalog, "AcroForm");
  onlyKeys(form, ["SigFlags", "Fields"]);
  const [fieldReference, ...others] = arrayAt(form, "Fields");
  const field = resolved(file, fieldReference);
  if (others.length > 0 || field?.kind !== "dict" || numberAt(form, "SigFlags") !== 3) {
    throw new NotAccepted<Alteration>("hidden-content");
  }
  onlyKeys(field.entries, fieldKeys);
  const annotated = dictionariesOf(file).filter((one) => one.has("Annots"));
  const [widget, ...more] = annotated.flatMap((page) => arrayAt(page, "Annots"));
  if (more.length > 0 || referenceOf(widget) !== referenceOf(fieldReference)) {
    throw new NotAccepted<Alteration>("hidden-content");
  }
  if (arrayAt(field.entries, "Rect").some((side) => numberOf(side) !== 0)) {
    throw new NotAccepted<Alteration>("hidden-content");
  }

  const sealNumber = referenceOf(field.entries.get("V"));
  const permissions = dictionaryAt(file, catalog, "Perms");
  onlyKeys(permissions, ["DocMDP"]);
  if (referenceOf(permissions.get("DocMDP")) !== sealNumber) throw new NotAccepted("malformed");
  const seal = dictionaryAt(file, field.entries, "V");
  onlyKeys(seal, sealKeys);
  const named = [nameAt(seal, "Type"), nameAt(seal, "Filter"), nameAt(seal, "SubFilter")];
  if (named.join() !== "Sig,Adobe.PPKLite,ETSI.CAdES.detached") throw new NotAccepted("malformed");
  readCertification(file, seal);
  return seal;
}

function readCertification(file: PdfFile, seal: PdfDictionary) {
  const [reference, ...others] = arrayAt(seal, "Reference");
  const certification = resolved(file, reference);
  if (certification?.kind !== "dict" || others.length > 0) throw new NotAccepted("malformed");
  onlyKeys(certification.entries, ["Type", "TransformMethod", "TransformParams"]);
  const rule = dictionaryAt(file, certification.entries, "TransformParams");
  if (nameAt(certification.entries, "TransformMethod") !== "DocMDP" || numberAt(rule, "P") !== 1) {
    throw new NotAccepted("malformed");
  }
}

function readAttachment(file: PdfFile, catalog: PdfDictionary): SealedShape["record"] {
  const names = dictionaryAt(file, catalog, "Names");
  onlyKeys(names, ["EmbeddedFiles"]);
  const tree = dictionaryAt(file, names, "EmbeddedFiles");
  onlyKeys(tree, ["Names"]);
  const [name, specification, ...others] = arrayAt(tree, "Names");
  const filespec = resolved(file, specification);
  if (filespec?.kind !== "dict" || name?.kind !== "string" || others.length > 0) {
    throw new NotAccepted<Alteration>("hidden-content");
  }
  for (const text of [name, stringAt(filespec.entries, "F"), stringAt(filespec.entries, "UF")]) {
    if (latin(text.bytes) !== "record.json") throw new NotAccepted<Alteration>("hidden-content");
  }
  const embedded = dictionaryAt(file, filespec.entries, "EF");
  onlyKeys(embedded, ["F"]);
  const { value, stream } = objectAt(file, referenceOf(embedded.get("F")));
  if (value.kind !== "dict" || !stream) throw new NotAccepted("malformed");
  const filter = value.entries.get("Filter");
  const isDeflated = filter?.kind === "name" && filter.value === "FlateDecode";
  if ((filter && !isDeflated) || value.entries.has("DecodeParms")) throw new NotAccepted("malformed");
  return { bytes: stream, isDeflated };
}

function dictionariesOf(file: PdfFile): PdfDictionary[] {
  const found: PdfDictionary[] = [];
  const visit = (value: PdfValue) => {
    if (value.kind === "dict") found.push(value.entries);
    for (const part of partsOf(value)) visit(part);
  };
  for (const object of file.objects) visit(object.value);
  return found;
}

function reachable(file: PdfFile): Set<number> {
  const seen = new Set<number>();
  const waiting: PdfValue[] = [...file.trailer.values()];
  for (let value = waiting.pop(); value; value = waiting.pop()) {
    if (value.kind !== "reference") for (const part of partsOf(value)) waiting.push(part);
    else if (!seen.has(value.number)) {
      seen.add(value.number);
      waiting.push(objectAt(file, value.number).value);
    }
  }
  return seen;
}

function partsOf(value: PdfValue): PdfValue[] {
  if (value.kind === "array") return value.items;
  return value.kind === "dict" ? [...value.entries.values()] : [];
}

function onlyKeys(dictionary: PdfDictionary, allowed: string[]) {
  for (const key of dictionary.keys()) {
    if (!allowed.includes(key)) throw new NotAccepted<Alteration>("hidden-content");
  }
}

function dictionaryAt(file: PdfFile, dictionary: PdfDictionary, key: string): PdfDictionary {
  const value = resolved(file, dictionary.get(key));
  if (value?.kind !== "dict") throw new NotAccepted("malformed");
  return value.entries;
}

function arrayAt(dictionary: PdfDictionary, key: string): PdfValue[] {
  const value = dictionary.get(key);
  if (value?.kind !== "array") throw new NotAccepted("malformed");
  return value.items;
}

function stringAt(dictionary: PdfDictionary, key: string): PdfString {
  const value = dictionary.get(key);
  if (value?.kind !== "string") throw new NotAccepted("malformed");
  return value;
}

function nameAt(dictionary: PdfDictionary, key: string): string | null {
  const value = dictionary.get(key);
  return value?.kind === "name" ? value.value : null;
}

function numberAt(dictionary: PdfDictionary, key: string): number {
  return numberOf(dictionary.get(key));
}

function numberOf(value: PdfValue | undefined): number {
  if (value?.kind !== "number") throw new NotAccepted("malformed");
  return value.value;
}

function referenceOf(value: PdfValue | undefined): number {
  if (value?.kind !== "reference") throw new NotAccepted("malformed");
  return value.number;
}

function readPdfDate(text: PdfString): Date {
  const parts = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(latin(text.bytes));
  if (!parts) throw new NotAccepted("malformed");
  const [, year, month, day, hour, minute, second] = parts;
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(date.getTime())) throw new NotAccepted("malformed");
  return date;
}
