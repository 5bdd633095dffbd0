import { type Certificate, chainFrom, readCertificate } from "./certificate";
import { oids } from "./crypto-names";
import { childAt, childrenOf, type Der, readDer, readOid, sameBytes, tags } from "./der";
import { NotAccepted } from "./not-accepted";
import { digestOf, isSignature } from "./signatures";
import type { Alteration } from "./verdict";
import { der, inByteOrder, integer, octets, oid, sequence, setOf } from "./write-der";

export type SealParts = {
  /** SHA-256 of everything in the file outside the slot. */
  digest: Uint8Array;
  /** The sealing certificate first, then its issuers. */
  certificates: Certificate[];
  signature: Uint8Array;
  timestamp: KeptStamp | null;
};

/** A time stamp over the signature, and the seal's own signature over that stamp; stamps kept before lack it. */
export type KeptStamp = { token: Uint8Array; kept: Uint8Array | null };

const sha256 = sequence(oid(oids.sha256));
const version1 = integer(Uint8Array.of(1));

/** What is signed: content type, digest, certificate; no signing time (ETSI EN 319 142-1). */
export async function signedAttributes(digest: Uint8Array, certificate: Uint8Array): Promise<Uint8Array[]> {
  const certificateHash = await digestOf("SHA-256", certificate);
  return [
    attribute(oids.contentType, oid(oids.data)),
    attribute(oids.messageDigest, octets(digest)),
    attribute(oids.signingCertificateV2, sequence(sequence(sequence(octets(certificateHash))))),
  ];
}

function attribute(name: string, value: Uint8Array): Uint8Array {
  return sequence(oid(name), setOf(value));
}

/** There is one way to write a seal, so the verifier writes it again and compares. */
export async function writeSeal({ digest, certificates, signature, timestamp }: SealParts) {
  const leaf = childAtStart(certificates);
  const attributes = inByteOrder(await signedAttributes(digest, leaf.bytes));
  const signer = [
    version1,
    sequence(leaf.issuer.bytes, leaf.serial.bytes),
    sha256,
    der(0xa0, ...attributes),
    sequence(oid(oids.ecdsaWithSha256)),
    octets(signature),
  ];
  if (timestamp) {
    const { token, kept } = timestamp;
    const attributes = [attribute(oids.timestampToken, token)];
    if (kept) attributes.push(attribute(oids.keptStamp, octets(kept)));
    signer.push(der(0xa1, ...inByteOrder(attributes)));
  }
  const signedData = sequence(
    version1,
    setOf(sha256),
    sequence(oid(oids.data)),
    der(0xa0, ...inByteOrder(certificates.map((certificate) => certificate.bytes))),
    setOf(sequence(...signer)),
  );
  return sequence(oid(oids.signedData), der(0xa0, signedData));
}

/** Reads the seal found in a document and demands that it holds for `digest`, bit by bit. */
export async function readSeal(bytes: Uint8Array, digest: Uint8Array): Promise<SealParts> {
  const found = readParts(bytes);
  if (!found) throw new NotAccepted<Alteration>("wrong-shape");
  if (!sameBytes(found.digest, digest)) throw new NotAccepted<Alteration>("byte-changed");
  const leaf = childAtStart(found.certificates);
  const chained = await chainFrom(leaf, found.certificates.slice(1));
  if (!chained?.isRooted) throw new NotAccepted<Alteration>("broken-seal");

  const parts = { ...found, certificates: chained.chain };
  if (!sameBytes(await writeSeal(parts), bytes)) throw new NotAccepted<Alteration>("broken-seal");
  const written = [found.signature, ...chained.chain.map(({ signature }) => signature)];
  if (!written.every(hasLowS)) throw new NotAccepted<Alteration>("broken-seal");
  const signed = setOf(...(await signedAttributes(digest, leaf.bytes)));
  const algorithm = readDer(sequence(oid(oids.ecdsaWithSha256)));
  if (!(await isSignature(leaf.publicKey, algorithm, "SHA-256", found.signature, signed))) {
    throw new NotAccepted<Alteration>("broken-seal");
  }
  await checkKept(found.timestamp, leaf, algorithm);
  return parts;
}

/** A stamp stands outside what is hashed; only the seal's own signature over it leaves it one form. */
async function checkKept(timestamp: KeptStamp | null, leaf: Certificate, algorithm: Der) {
  if (!timestamp?.kept) return;
  const { token, kept } = timestamp;
  if (!hasLowS(kept) || !(await isSignature(leaf.publicKey, algorithm, "SHA-256", kept, token))) {
    throw new NotAccepted<Alteration>("broken-timestamp");
  }
}

/** Null when it hashes otherwise than ours do: its digest says nothing about the file then. */
function readParts(bytes: Uint8Array): SealParts | null {
  const content = childAt(childrenOf(readDer(bytes), tags.sequence), 1);
  const signedData = childrenOf(childAt(childrenOf(content, 0xa0), 0), tags.sequence);
  const certificates = childrenOf(childAt(signedData, 3), 0xa0).map(({ bytes }) => readCertificate(bytes));
  const signer = childrenOf(childAt(childrenOf(childAt(signedData, 4), tags.set), 0), tags.sequence);
  const isHashedAsOurs =
    readOid(childAt(childrenOf(childAt(signer, 2), tags.sequence), 0)) === oids.sha256 &&
    childrenOf(childAt(signedData, 2), tags.sequence).length === 1;
  if (!isHashedAsOurs) return null;
  const [, serial] = childrenOf(childAt(signer, 1), tags.sequence);
  const leaf = certificates.find((one) => serial && sameBytes(one.serial.bytes, serial.bytes));
  if (!leaf) throw new NotAccepted("malformed");
  return {
    digest: childAt(valuesOf(childAt(signer, 3), 0xa0, oid(oids.messageDigest)), 0, tags.octetString).content,
    certificates: [leaf, ...certificates.filter((one) => one !== leaf)],
    signature: childAt(signer, 5, tags.octetString).content,
    timestamp: signer[6] ? readStamp(signer[6]) : null,
  };
}

function readStamp(attributes: Der): KeptStamp {
  const [kept] = valuesOf(attributes, 0xa1, oid(oids.keptStamp));
  return {
    token: childAt(valuesOf(attributes, 0xa1, oid(oids.timestampToken)), 0).bytes,
    kept: kept ? childAt([kept], 0, tags.octetString).content : null,
  };
}

/** The values of one attribute in a set of attributes. */
export function valuesOf(attributes: Der, tag: number, name: Uint8Array): Der[] {
  for (const entry of childrenOf(attributes, tag)) {
    const [key, values] = childrenOf(entry, tags.sequence);
    if (key && values && sameBytes(key.bytes, name)) return childrenOf(values, tags.set);
  }
  return [];
}

const p256Order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/** For every ECDSA signature (r, s) the pair (r, order - s) holds too; one form only leaves nothing to change. */
export function withLowS(signature: Uint8Array): Uint8Array {
  const [r, s] = numbersOf(signature);
  if (s <= p256Order / 2n) return signature;
  return sequence(integer(bytesOf(r)), integer(bytesOf(p256Order - s)));
}

function hasLowS(signature: Uint8Array): boolean {
  const [r, s] = numbersOf(signature);
  return s <= p256Order / 2n && sameBytes(sequence(integer(bytesOf(r)), integer(bytesOf(s))), signature);
}

function numbersOf(signature: Uint8Array): [bigint, bigint] {
  const numbers = childrenOf(readDer(signature), tags.sequence);
  return [bigintOf(childAt(numbers, 0, tags.integer)), bigintOf(childAt(numbers, 1, tags.integer))];
}

function bigintOf(node: Der): bigint {
  return node.content.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
}

function bytesOf(number: bigint): Uint8Array {
  const hex = number.toString(16).padStart(64, "0");
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function childAtStart(certificates: Certificate[]): Certificate {
  const [leaf] = certificates;
  if (!leaf) throw new NotAccepted("malformed");
  return leaf;
}
