import { oids } from "./crypto-names";
import {
  childAt,
  childrenOf,
  type Der,
  readBitString,
  readDer,
  readOid,
  readTime,
  sameBytes,
  tags,
} from "./der";
import { NotAccepted } from "./not-accepted";
import { isSignature } from "./signatures";

export type Certificate = {
  bytes: Uint8Array;
  tbs: Uint8Array;
  serial: Der;
  issuer: Der;
  subject: Der;
  commonName: string;
  organization: string;
  organizationalUnit: string;
  notBefore: Date;
  notAfter: Date;
  publicKey: Der;
  algorithm: Der;
  signature: Uint8Array;
  isAuthority: boolean;
  mayStampTime: boolean;
  uris: string[];
};

export function readCertificate(bytes: Uint8Array): Certificate {
  const outer = childrenOf(readDer(bytes), tags.sequence);
  const tbs = childAt(outer, 0, tags.sequence);
  const algorithm = childAt(outer, 1, tags.sequence);
  const fields = childrenOf(tbs, tags.sequence);
  if (outer.length !== 3 || childAt(fields, 0).tag !== 0xa0) throw new NotAccepted("malformed");
  if (!sameBytes(childAt(fields, 2).bytes, algorithm.bytes)) throw new NotAccepted("malformed");

  const validity = childrenOf(childAt(fields, 4), tags.sequence);
  const subject = childAt(fields, 5, tags.sequence);
  const extensions = readExtensions(fields[7]);
  return {
    bytes,
    tbs: tbs.bytes,
    serial: childAt(fields, 1, tags.integer),
    issuer: childAt(fields, 3, tags.sequence),
    subject,
    commonName: nameIn(subject, oids.commonName),
    organization: nameIn(subject, oids.organization),
    organizationalUnit: nameIn(subject, oids.organizationalUnit),
    notBefore: readTime(childAt(validity, 0)),
    notAfter: readTime(childAt(validity, 1)),
    publicKey: childAt(fields, 6, tags.sequence),
    algorithm,
    signature: readBitString(childAt(outer, 2)),
    isAuthority: isAuthority(extensions.get(oids.basicConstraints)),
    mayStampTime: usagesIn(extensions.get(oids.extendedKeyUsage)).includes(oids.timeStamping),
    uris: urisIn(extensions.get(oids.subjectAltName)),
  };
}

function readExtensions(field: Der | undefined): Map<string, Uint8Array> {
  const found = new Map<string, Uint8Array>();
  if (!field) return found;
  const list = childAt(childrenOf(field, 0xa3), 0, tags.sequence);
  for (const extension of childrenOf(list, tags.sequence)) {
    const parts = childrenOf(extension, tags.sequence);
    found.set(readOid(childAt(parts, 0)), childAt(parts, parts.length - 1, tags.octetString).content);
  }
  return found;
}

function nameIn(name: Der, wanted: string): string {
  for (const relative of childrenOf(name, tags.sequence)) {
    for (const pair of childrenOf(relative, tags.set)) {
      const [key, value] = childrenOf(pair, tags.sequence);
      if (key && value && readOid(key) === wanted) return new TextDecoder().decode(value.content);
    }
  }
  return "";
}

function isAuthority(extension: Uint8Array | undefined): boolean {
  if (!extension) return false;
  const [flag] = childrenOf(readDer(extension), tags.sequence);
  return flag?.tag === tags.boolean && flag.content[0] === 0xff;
}

function usagesIn(extension: Uint8Array | undefined): string[] {
  return extension ? childrenOf(readDer(extension), tags.sequence).map(readOid) : [];
}

function urisIn(extension: Uint8Array | undefined): string[] {
  if (!extension) return [];
  const names = childrenOf(readDer(extension), tags.sequence);
  return names.filter((name) => name.tag === 0x86).map((name) => new TextDecoder().decode(name.content));
}

export async function isIssuedBy(certificate: Certificate, issuer: Certificate): Promise<boolean> {
  if (!issuer.isAuthority || !sameBytes(certificate.issuer.bytes, issuer.subject.bytes)) return false;
  const { algorithm, signature, tbs } = certificate;
  return isSignature(issuer.publicKey, algorithm, "SHA-256", signature, tbs);
}

/** The way from a certificate to its last known issuer; null if one of `others` is not on that way. */
export async function chainFrom(
  leaf: Certificate,
  others: Certificate[],
): Promise<{ chain: Certificate[]; isRooted: boolean } | null> {
  const chain = [leaf];
  const unused = new Set(others);
  let last = leaf;
  for (;;) {
    if (await isIssuedBy(last, last)) break;
    const issuer = [...unused].find((other) => sameBytes(other.subject.bytes, last.issuer.bytes));
    if (!issuer) break;
    if (!(await isIssuedBy(last, issuer))) return null;
    unused.delete(issuer);
    chain.push(issuer);
    last = issuer;
  }
  return unused.size > 0 ? null : { chain, isRooted: await isIssuedBy(last, last) };
}
