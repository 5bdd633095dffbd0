import { curveByOid, type HashName, signatureByOid } from "./crypto-names";
import { childAt, childrenOf, type Der, readDer, readOid, tags } from "./der";
import { NotAccepted } from "./not-accepted";
import { plainBytes } from "./written-bytes";

export async function digestOf(hash: HashName, bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest(hash, plainBytes(bytes)));
}

/**
 * `algorithm` is the AlgorithmIdentifier beside the signature; `hash` serves where that names none. What is no
 * signature, or no key, is simply not the signature.
 */
export async function isSignature(...written: Parameters<typeof verified>): Promise<boolean> {
  try {
    return await verified(...written);
  } catch (error) {
    if (error instanceof NotAccepted || error instanceof DOMException) return false;
    throw error;
  }
}

async function verified(
  publicKey: Der,
  algorithm: Der,
  hash: HashName,
  signature: Uint8Array,
  signed: Uint8Array,
): Promise<boolean> {
  const named = signatureByOid[readOid(childAt(childrenOf(algorithm, tags.sequence), 0))];
  if (!named) return false;
  const used = named.hash ?? hash;
  if (named.kind === "rsa") {
    const key = await importKey(publicKey, { name: "RSASSA-PKCS1-v1_5", hash: used });
    if (!key) return false;
    return crypto.subtle.verify("RSASSA-PKCS1-v1_5", key, plainBytes(signature), plainBytes(signed));
  }
  const curve = curveByOid[curveOidOf(publicKey)];
  if (!curve) return false;
  const key = await importKey(publicKey, { name: "ECDSA", namedCurve: curve.name });
  if (!key) return false;
  const raw = rawSignature(signature, curve.size);
  return crypto.subtle.verify({ name: "ECDSA", hash: used }, key, plainBytes(raw), plainBytes(signed));
}

function curveOidOf(publicKey: Der): string {
  const algorithm = childAt(childrenOf(publicKey, tags.sequence), 0);
  return readOid(childAt(childrenOf(algorithm, tags.sequence), 1));
}

async function importKey(
  publicKey: Der,
  algorithm: RsaHashedImportParams | EcKeyImportParams,
): Promise<CryptoKey | null> {
  return crypto.subtle
    .importKey("spki", plainBytes(publicKey.bytes), algorithm, false, ["verify"])
    .catch(() => null);
}

/** X.509 and CMS carry ECDSA signatures as DER, WebCrypto wants r and s side by side. */
function rawSignature(signature: Uint8Array, size: number): Uint8Array {
  const numbers = childrenOf(readDer(signature), tags.sequence);
  if (numbers.length !== 2) throw new NotAccepted("malformed");
  const raw = new Uint8Array(size * 2);
  for (const index of [0, 1]) {
    const { content } = childAt(numbers, index, tags.integer);
    const digits = content[0] === 0 ? content.subarray(1) : content;
    if (digits.length > size) throw new NotAccepted("malformed");
    raw.set(digits, size * (index + 1) - digits.length);
  }
  return raw;
}
