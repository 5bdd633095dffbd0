import { NotAccepted } from "./not-accepted";
import { type PdfDictionary, PdfReader, type PdfValue } from "./pdf-syntax";

export type PdfObject = { value: PdfValue; stream: Uint8Array | null; offset: number };
/** Object n stands at index n - 1. */
export type PdfFile = { objects: PdfObject[]; trailer: PdfDictionary };

/**
 * Reads a whole file that was written once: head, objects 1 to n in order, one table that points exactly at
 * them, one trailer, end. A file with anything between, before or after these is refused.
 */
export function readPdfFile(bytes: Uint8Array): PdfFile {
  const reader = new PdfReader(bytes);
  readHead(reader);
  const objects: PdfObject[] = [];
  reader.skipSpace();
  while (!reader.sees("xref")) {
    objects.push(readObject(reader, objects.length + 1));
    reader.skipSpace();
  }
  const tableAt = reader.at;
  readTable(reader, objects);
  reader.skipSpace();
  reader.take("trailer");
  const trailer = reader.value();
  if (trailer.kind !== "dict") throw new NotAccepted("malformed");
  reader.skipSpace();
  reader.take("startxref");
  reader.skipSpace();
  if (reader.wholeNumber() !== tableAt) throw new NotAccepted("malformed");
  reader.skipSpace();
  reader.take("%%EOF");
  if (reader.sees("\n")) reader.take("\n");
  if (reader.at !== bytes.length) throw new NotAccepted("malformed");
  return { objects, trailer: trailer.entries };
}

function readHead(reader: PdfReader) {
  reader.take("%PDF-1.7\n%");
  const end = reader.at + 4;
  while (reader.at < end) {
    if ((reader.bytes[reader.at] ?? 0) < 0x80) throw new NotAccepted("malformed");
    reader.at++;
  }
  reader.take("\n");
}

function readObject(reader: PdfReader, number: number): PdfObject {
  const offset = reader.at;
  reader.take(`${number} 0 obj`);
  const value = reader.value();
  reader.skipSpace();
  const stream = reader.sees("stream") ? readStream(reader, value) : null;
  reader.skipSpace();
  reader.take("endobj");
  return { value, stream, offset };
}

function readStream(reader: PdfReader, value: PdfValue): Uint8Array {
  const length = value.kind === "dict" ? value.entries.get("Length") : undefined;
  if (length?.kind !== "number" || !Number.isSafeInteger(length.value) || length.value < 0) {
    throw new NotAccepted("malformed");
  }
  reader.take("stream\n");
  const start = reader.at;
  reader.at += length.value;
  const stream = reader.bytes.subarray(start, reader.at);
  reader.skipSpace();
  reader.take("endstream");
  return stream;
}

function readTable(reader: PdfReader, objects: PdfObject[]) {
  reader.take("xref");
  reader.skipSpace();
  reader.take(`0 ${objects.length + 1}`);
  reader.skipSpace();
  reader.take("0000000000 65535 f");
  for (const { offset } of objects) {
    reader.skipSpace();
    reader.take(`${String(offset).padStart(10, "0")} 00000 n`);
  }
}

/** Follows a reference to the object it names. */
export function resolved(file: PdfFile, value: PdfValue | undefined): PdfValue | undefined {
  return value?.kind === "reference" ? objectAt(file, value.number).value : value;
}

export function objectAt(file: PdfFile, number: number): PdfObject {
  const object = file.objects[number - 1];
  if (!object) throw new NotAccepted("malformed");
  return object;
}
