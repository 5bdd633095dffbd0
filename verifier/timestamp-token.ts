import { type Certificate, chainFrom, isIssuedBy, readCertificate } from "./certificate";
import { hashByOid, oids } from "./crypto-names";
import { childAt, childrenOf, type Der, readDer, readOid, readTime, sameBytes, tags } from "./der";
import { NotAccepted } from "./not-accepted";
import { valuesOf } from "./seal";
import { digestOf, isSignature } from "./signatures";
import { der, integer, oid } from "./write-der";

export type Timestamp = { at: Date; nonce: Uint8Array | null; chain: Certificate[] };

/** Reads an RFC 3161 token and demands that it stamps `digest` (SHA-256); whom to trust is decided elsewhere. */
export async function readTimestamp(token: Uint8Array, digest: Uint8Array): Promise<Timestamp> {
  const content = childrenOf(readDer(token), tags.sequence);
  if (readOid(childAt(content, 0)) !== oids.signedData || content.length !== 2)
    throw new NotAccepted("malformed");
  const signedData = childrenOf(childAt(childrenOf(childAt(content, 1), 0xa0), 0), tags.sequence);
  const [version, hashes, encapsulated, certificateSet, signers] = signedData;
  if (!encapsulated || !certificateSet || !signers || signedData.length !== 5)
    throw new NotAccepted("malformed");
  demandVersion(version, 3);

  const [contentType, wrapped] = childrenOf(encapsulated, tags.sequence);
  if (!contentType || !wrapped || readOid(contentType) !== oids.timestampInfo)
    throw new NotAccepted("malformed");
  const stamped = childAt(childrenOf(wrapped, 0xa0), 0, tags.octetString).content;
  const certificates = childrenOf(certificateSet, 0xa0).map(({ bytes }) => readCertificate(bytes));
  const signerInfos = childrenOf(signers, tags.set);
  if (signerInfos.length !== 1) throw new NotAccepted("malformed");
  const signer = childrenOf(childAt(signerInfos, 0), tags.sequence);
  if (hashes?.tag !== tags.set || !sameBytes(childAt(signer, 2).bytes, hashes.content))
    throw new NotAccepted("malformed");
  const leaf = await checkSigner(signer, stamped, certificates);

  const others = certificates.filter((certificate) => certificate !== leaf);
  const chained = await chainFrom(leaf, others);
  if (!chained) throw new NotAccepted("malformed");
  const info = readInfo(stamped, digest);
  if (info.at < leaf.notBefore || info.at > leaf.notAfter) throw new NotAccepted("malformed");
  return { ...info, chain: chained.chain };
}

async function checkSigner(
  fields: Der[],
  stamped: Uint8Array,
  certificates: Certificate[],
): Promise<Certificate> {
  const [version, issuerAndSerial, digestAlgorithm, attributes, algorithm, signature] = fields;
  if (
    !issuerAndSerial ||
    !digestAlgorithm ||
    !attributes ||
    !algorithm ||
    !signature ||
    fields.length !== 6
  ) {
    throw new NotAccepted("malformed");
  }
  if (signature.tag !== tags.octetString) throw new NotAccepted("malformed");
  demandVersion(version, 1);
  demandNoParameters(digestAlgorithm);
  demandNoParameters(algorithm);
  const [issuer, serial] = childrenOf(issuerAndSerial, tags.sequence);
  const leaf = certificates.find(
    (one) =>
      issuer &&
      serial &&
      sameBytes(one.issuer.bytes, issuer.bytes) &&
      sameBytes(one.serial.bytes, serial.bytes),
  );
  const hash = hashByOid[readOid(childAt(childrenOf(digestAlgorithm, tags.sequence), 0))];
  if (!leaf?.mayStampTime || !hash || hash === "SHA-1") throw new NotAccepted("malformed");

  const [contentType] = valuesOf(attributes, 0xa0, oid(oids.contentType));
  const [digest] = valuesOf(attributes, 0xa0, oid(oids.messageDigest));
  if (!contentType || readOid(contentType) !== oids.timestampInfo) throw new NotAccepted("malformed");
  if (!digest || !sameBytes(digest.content, await digestOf(hash, stamped)))
    throw new NotAccepted("malformed");
  await checkBinding(attributes, leaf);

  const signed = der(tags.set, attributes.content);
  if (!(await isSignature(leaf.publicKey, algorithm, hash, signature.content, signed))) {
    throw new NotAccepted("malformed");
  }
  return leaf;
}

function demandVersion(version: Der | undefined, wanted: number) {
  if (!version || !sameBytes(version.bytes, integer(Uint8Array.of(wanted))))
    throw new NotAccepted("malformed");
}

function demandNoParameters(algorithm: Der) {
  const [, parameters, ...more] = childrenOf(algorithm, tags.sequence);
  const isEmpty = !parameters || sameBytes(parameters.bytes, der(tags.null));
  if (!isEmpty || more.length > 0) throw new NotAccepted("malformed");
}

/** RFC 3161 demands that the token names its certificate by hash; SHA-1 in the older form of that attribute. */
async function checkBinding(attributes: Der, leaf: Certificate) {
  const [newer] = valuesOf(attributes, 0xa0, oid(oids.signingCertificateV2));
  const [older] = valuesOf(attributes, 0xa0, oid(oids.signingCertificate));
  const binding = newer ?? older;
  if (!binding) throw new NotAccepted("malformed");
  const list = childAt(childrenOf(binding, tags.sequence), 0);
  const parts = childrenOf(childAt(childrenOf(list, tags.sequence), 0), tags.sequence);
  const named = parts.find((part) => part.tag === tags.octetString);
  const [algorithm] = parts;
  const namesHash = newer && algorithm?.tag === tags.sequence;
  const hash = namesHash
    ? hashByOid[readOid(childAt(childrenOf(algorithm, tags.sequence), 0))]
    : newer
      ? "SHA-256"
      : "SHA-1";
  if (!hash || !named || !sameBytes(named.content, await digestOf(hash, leaf.bytes))) {
    throw new NotAccepted("malformed");
  }
}

function readInfo(stamped: Uint8Array, digest: Uint8Array): { at: Date; nonce: Uint8Array | null } {
  const fields = childrenOf(readDer(stamped), tags.sequence);
  const imprint = childrenOf(childAt(fields, 2), tags.sequence);
  const algorithm = readOid(childAt(childrenOf(childAt(imprint, 0), tags.sequence), 0));
  if (algorithm !== oids.sha256 || !sameBytes(childAt(imprint, 1, tags.octetString).content, digest)) {
    throw new NotAccepted("malformed");
  }
  const nonce = fields.slice(5).find((field) => field.tag === tags.integer);
  return { at: readTime(childAt(fields, 4, tags.generalizedTime)), nonce: nonce?.bytes ?? null };
}

/** Is one of the authorities we were given the end of this chain, or the issuer of its end? */
export async function leadsTo(chain: Certificate[], authorities: Certificate[]): Promise<boolean> {
  const last = chain.at(-1);
  if (!last) return false;
  for (const authority of authorities) {
    if (sameBytes(authority.bytes, last.bytes) || (await isIssuedBy(last, authority))) return true;
  }
  return false;
}
