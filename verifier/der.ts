import { NotAccepted } from "./not-accepted";

/** One tag-length-value of DER; `bytes` is the whole of it. */
export type Der = { tag: number; bytes: Uint8Array; content: Uint8Array };

export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  utf8: 0x0c,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

export function readDer(bytes: Uint8Array): Der {
  const first = readFirstDer(bytes);
  if (first.bytes.length !== bytes.length) throw new NotAccepted("malformed");
  return first;
}

/** Reads one value and ignores what follows it. */
export function readFirstDer(bytes: Uint8Array): Der {
  const tag = byteAt(bytes, 0);
  if ((tag & 0x1f) === 0x1f) throw new NotAccepted("malformed");
  const { start, length } = readLength(bytes);
  const end = start + length;
  if (end > bytes.length) throw new NotAccepted("malformed");
  return { tag, bytes: bytes.subarray(0, end), content: bytes.subarray(start, end) };
}

function readLength(bytes: Uint8Array): { start: number; length: number } {
  const first = byteAt(bytes, 1);
  if (first < 0x80) return { start: 2, length: first };
  const count = first & 0x7f;
  if (count < 1 || count > 3) throw new NotAccepted("malformed");
  let length = 0;
  for (let index = 0; index < count; index++) length = length * 256 + byteAt(bytes, 2 + index);
  if (length < (count === 1 ? 0x80 : 256 ** (count - 1))) throw new NotAccepted("malformed");
  return { start: 2 + count, length };
}

function byteAt(bytes: Uint8Array, index: number): number {
  const byte = bytes[index];
  if (byte === undefined) throw new NotAccepted("malformed");
  return byte;
}

export function childrenOf(node: Der, tag: number): Der[] {
  if (node.tag !== tag) throw new NotAccepted("malformed");
  const children: Der[] = [];
  let rest = node.content;
  while (rest.length > 0) {
    const child = readFirstDer(rest);
    children.push(child);
    rest = rest.subarray(child.bytes.length);
  }
  return children;
}

/** The child at a place where the grammar demands one. */
export function childAt(children: Der[], index: number, tag?: number): Der {
  const child = children[index];
  if (!child || (tag !== undefined && child.tag !== tag)) throw new NotAccepted("malformed");
  return child;
}

export function readOid(node: Der): string {
  if (node.tag !== tags.oid) throw new NotAccepted("malformed");
  const arcs: number[] = [];
  let arc = 0;
  for (const byte of node.content) {
    arc = arc * 128 + (byte & 0x7f);
    if (byte & 0x80) continue;
    arcs.push(arc);
    arc = 0;
  }
  const [head = 0, ...rest] = arcs;
  const first = Math.min(2, Math.floor(head / 40));
  return [first, head - first * 40, ...rest].join(".");
}

export function readBitString(node: Der): Uint8Array {
  if (node.tag !== tags.bitString || node.content[0] !== 0) throw new NotAccepted("malformed");
  return node.content.subarray(1);
}

export function readTime(node: Der): Date {
  const text = String.fromCharCode(...node.content);
  const parts =
    node.tag === tags.utcTime
      ? /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)()Z$/.exec(text)
      : node.tag === tags.generalizedTime
        ? /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d+)?Z$/.exec(text)
        : null;
  if (!parts) throw new NotAccepted("malformed");
  const [, year = "", month, day, hour, minute, second, fraction = ""] = parts;
  const century = year.length === 4 ? "" : Number(year) < 50 ? "20" : "19";
  const time = new Date(
    `${century}${year}-${month}-${day}T${hour}:${minute}:${second}${fraction.slice(0, 4)}Z`,
  );
  if (Number.isNaN(time.getTime())) throw new NotAccepted("malformed");
  return time;
}

export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
