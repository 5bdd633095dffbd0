import { NotAccepted } from "./not-accepted";

export type PdfValue =
  | { kind: "null" }
  | { kind: "boolean"; value: boolean }
  | { kind: "number"; value: number }
  | { kind: "name"; value: string }
  | { kind: "string"; bytes: Uint8Array; start: number; end: number; isHex: boolean }
  | { kind: "array"; items: PdfValue[] }
  | { kind: "dict"; entries: PdfDictionary }
  | { kind: "reference"; number: number };
export type PdfDictionary = ReadonlyMap<string, PdfValue>;

const space = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]);
const delimiters = new Set(Array.from("()<>[]{}/%", (letter) => letter.charCodeAt(0)));
const deepest = 40;
/** Far more than is ever written; without an end, one name or one array of 20 MB took seconds and a gigabyte. */
const longestWord = 1_024;
const longestHex = 1_000_000;
const mostValues = 350_000;

/** Reads PDF objects where the caller says they stand; whatever a careful writer would not write is refused. */
export class PdfReader {
  private values = 0;

  constructor(
    readonly bytes: Uint8Array,
    public at = 0,
  ) {}

  skipSpace() {
    while (space.has(this.bytes[this.at] ?? -1)) this.at++;
  }

  sees(text: string): boolean {
    for (let index = 0; index < text.length; index++) {
      if (this.bytes[this.at + index] !== text.charCodeAt(index)) return false;
    }
    return true;
  }

  take(text: string) {
    if (!this.sees(text)) throw new NotAccepted("malformed");
    this.at += text.length;
  }

  /** A run of ordinary letters: a number or a keyword. */
  word(): string {
    const start = this.at;
    for (;;) {
      const byte = this.bytes[this.at];
      if (byte === undefined || space.has(byte) || delimiters.has(byte)) break;
      if (++this.at - start > longestWord) throw new NotAccepted("malformed");
    }
    if (this.at === start) throw new NotAccepted("malformed");
    return latin(this.bytes.subarray(start, this.at));
  }

  wholeNumber(): number {
    const word = this.word();
    if (!/^(0|[1-9]\d{0,9})$/.test(word)) throw new NotAccepted("malformed");
    return Number(word);
  }

  value(depth = 0): PdfValue {
    if (depth > deepest || ++this.values > mostValues) throw new NotAccepted("malformed");
    this.skipSpace();
    if (this.sees("<<")) return this.dictionary(depth);
    if (this.sees("<")) return this.hexString();
    if (this.sees("(")) return this.literalString();
    if (this.sees("/")) return { kind: "name", value: this.name() };
    if (this.sees("[")) return this.array(depth);
    return this.numberOrKeyword();
  }

  private dictionary(depth: number): PdfValue {
    this.take("<<");
    const entries = new Map<string, PdfValue>();
    for (;;) {
      this.skipSpace();
      if (this.sees(">>")) break;
      const key = this.name();
      if (entries.has(key)) throw new NotAccepted("malformed");
      entries.set(key, this.value(depth + 1));
    }
    this.take(">>");
    return { kind: "dict", entries };
  }

  private array(depth: number): PdfValue {
    this.take("[");
    const items: PdfValue[] = [];
    for (;;) {
      this.skipSpace();
      if (this.sees("]")) break;
      items.push(this.value(depth + 1));
    }
    this.take("]");
    return { kind: "array", items };
  }

  private name(): string {
    this.take("/");
    const written = this.word();
    const read = written.replace(/#([0-9A-Fa-f]{2})/g, (_, hex) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    if (/#(?![0-9A-Fa-f]{2})/.test(written)) throw new NotAccepted("malformed");
    return read;
  }

  private hexString(): PdfValue {
    const start = this.at;
    const close = this.bytes.indexOf(0x3e, start);
    if (close === -1 || close - start > longestHex) throw new NotAccepted("malformed");
    const bytes = bytesOfHex(latin(this.bytes.subarray(start + 1, close)));
    this.at = close + 1;
    return { kind: "string", bytes, start, end: this.at, isHex: true };
  }

  private literalString(): PdfValue {
    const start = this.at;
    let depth = 0;
    do {
      const byte = this.bytes[this.at];
      if (byte === undefined) throw new NotAccepted("malformed");
      if (byte === 0x28) depth++;
      if (byte === 0x29) depth--;
      this.at += byte === 0x5c ? 2 : 1;
    } while (depth > 0);
    const bytes = this.bytes.subarray(start + 1, this.at - 1);
    return { kind: "string", bytes, start, end: this.at, isHex: false };
  }

  private numberOrKeyword(): PdfValue {
    const word = this.word();
    if (word === "null") return { kind: "null" };
    if (word === "true" || word === "false") return { kind: "boolean", value: word === "true" };
    if (!/^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(word)) throw new NotAccepted("malformed");
    return this.reference(word) ?? { kind: "number", value: Number(word) };
  }

  private reference(first: string): PdfValue | null {
    const back = this.at;
    this.skipSpace();
    if (this.sees("0")) {
      this.take("0");
      this.skipSpace();
      if (this.sees("R") && /^[1-9]\d{0,6}$/.test(first)) {
        this.take("R");
        return { kind: "reference", number: Number(first) };
      }
    }
    this.at = back;
    return null;
  }
}

export function latin(bytes: Uint8Array): string {
  let text = "";
  for (let start = 0; start < bytes.length; start += 8192) {
    text += String.fromCharCode(...bytes.subarray(start, start + 8192));
  }
  return text;
}

/** No group in the pattern: over a string of megabytes it would take more stack than there is. */
export function bytesOfHex(hex: string): Uint8Array {
  if (hex.length % 2 !== 0 || !/^[0-9A-Fa-f]*$/.test(hex)) throw new NotAccepted("malformed");
  const bytes = new Uint8Array(hex.length / 2);
  for (let index = 0; index < bytes.length; index++) {
    bytes[index] = Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16);
  }
  return bytes;
}
