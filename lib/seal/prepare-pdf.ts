import { PDF, PdfArray, PdfDict, PdfName, PdfNumber, type PdfRef, PdfStream, PdfString } from "@libpdf/core";

const name = (value: string) => PdfName.of(value);
const number = (value: number) => PdfNumber.of(value);
/** As hex, so that no text of a practice can look like PDF syntax. */
const text = (value: string) => PdfString.fromBytes(PdfString.fromString(value).bytes);
const ascii = (value: string) => new PdfString(new TextEncoder().encode(value), "literal");
/** Ten digits each: room for any offset, written over in place when the real ones are known. */
const rangePlaceholder = 9_999_999_999;

export type SealNotes = { record: string; claimedAt: Date; signerName: string; reason: string };

/** Adds record.json, the signature field and a certification with an empty slot, and writes the file once. */
export async function preparePdf(
  pdf: Uint8Array,
  { record, claimedAt, signerName, reason }: SealNotes,
  slotBytes: number,
): Promise<Buffer> {
  const document = await PDF.load(pdf);
  const catalog = document.getCatalog();
  const page = document.getPage(0);
  if (!page) throw new Error("A document without pages cannot be sealed.");
  catalog.set("Names", PdfDict.of({ EmbeddedFiles: attachment(document, record, claimedAt) }));
  catalog.set("Extensions", cadesExtension());

  const seal = document.register(
    PdfDict.of({
      Type: name("Sig"),
      Filter: name("Adobe.PPKLite"),
      SubFilter: name("ETSI.CAdES.detached"),
      ByteRange: new PdfArray([number(0), ...Array.from({ length: 3 }, () => number(rangePlaceholder))]),
      Contents: PdfString.fromBytes(new Uint8Array(slotBytes)),
      M: ascii(pdfDate(claimedAt)),
      Name: text(signerName),
      Reason: text(reason),
      Reference: new PdfArray([certification()]),
    }),
  );
  const field = document.register(signatureField(seal, page.ref));
  page.dict.set("Annots", new PdfArray([field]));
  catalog.set("AcroForm", PdfDict.of({ SigFlags: number(3), Fields: new PdfArray([field]) }));
  catalog.set("Perms", PdfDict.of({ DocMDP: seal }));
  return Buffer.from(
    await document.save({ incremental: false, useXRefStream: false, compressionThreshold: 0 }),
  );
}

function attachment(document: PDF, record: string, claimedAt: Date): PdfDict {
  const bytes = new TextEncoder().encode(record);
  const date = ascii(pdfDate(claimedAt));
  const file = document.register(
    new PdfStream(
      PdfDict.of({
        Type: name("EmbeddedFile"),
        Subtype: name("application/json"),
        Params: PdfDict.of({ Size: number(bytes.length), CreationDate: date, ModDate: date }),
      }),
      bytes,
    ),
  );
  const specification = document.register(
    PdfDict.of({
      Type: name("Filespec"),
      F: ascii("record.json"),
      UF: ascii("record.json"),
      EF: PdfDict.of({ F: file }),
      AFRelationship: name("Data"),
    }),
  );
  return PdfDict.of({ Names: new PdfArray([ascii("record.json"), specification]) });
}

/** Before PDF 2.0 the CAdES kind of signature is an extension and has to be declared. */
function cadesExtension(): PdfDict {
  return PdfDict.of({ ESIC: PdfDict.of({ BaseVersion: name("1.7"), ExtensionLevel: number(2) }) });
}

/** No change at all is permitted after this seal. */
function certification(): PdfDict {
  return PdfDict.of({
    Type: name("SigRef"),
    TransformMethod: name("DocMDP"),
    TransformParams: PdfDict.of({ Type: name("TransformParams"), P: number(1), V: name("1.2") }),
  });
}

/** Field and widget in one, of no size: printed, locked, not drawn. */
function signatureField(seal: PdfRef, page: PdfRef): PdfDict {
  return PdfDict.of({
    Type: name("Annot"),
    Subtype: name("Widget"),
    FT: name("Sig"),
    T: ascii("Seal"),
    V: seal,
    F: number(132),
    P: page,
    Rect: new PdfArray([number(0), number(0), number(0), number(0)]),
  });
}

function pdfDate(date: Date): string {
  return `D:${date.toISOString().replace(/[-:T]/g, "").slice(0, 14)}Z`;
}
