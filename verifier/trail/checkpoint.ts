import { joined } from "../write-der";
import { base64Of, bytesOfBase64, hexOf } from "../written-bytes";
import { isSignedBy, keyBytes, noteKey, noteKeyId, openKey, type TrailKey } from "./note-key";

export type { TrailKey } from "./note-key";

/** A signed statement of the trail's size and root: a C2SP tlog-checkpoint in a C2SP signed note. */
export type Checkpoint = {
  origin: string;
  size: number;
  root: string;
  signed: string;
  signatures: { name: string; keyId: string; signature: Uint8Array }[];
};

/** What stands before the 32 bytes of such a key in a SubjectPublicKeyInfo (RFC 8410). */
const beforeKey = Uint8Array.of(0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00);

/** Null when the note is not exactly a checkpoint without extension lines. Says nothing about its signatures. */
export function parseCheckpoint(note: string): Checkpoint | null {
  const end = note.lastIndexOf("\n\n") + 1;
  const signed = note.slice(0, end);
  const statement = readStatement(signed);
  const signatures = readSignatures(note.slice(end + 1));
  return statement && signatures && { ...statement, signed, signatures };
}

export function readStatement(text: string): Pick<Checkpoint, "origin" | "size" | "root"> | null {
  const [origin, digits, encoded, ...rest] = text.split("\n");
  if (!origin || !digits || !encoded || rest.length !== 1 || rest[0] !== "") return null;
  const size = Number(digits);
  const root = bytesOfBase64(encoded);
  const exact = String(size) === digits && Number.isSafeInteger(size) && size >= 0;
  return exact && root?.length === 32 ? { origin, size, root: hexOf(root) } : null;
}

function readSignatures(block: string): Checkpoint["signatures"] | null {
  if (!block.endsWith("\n")) return null;
  const signatures: Checkpoint["signatures"] = [];
  for (const line of block.slice(0, -1).split("\n")) {
    const [dash, name, encoded, ...rest] = line.split(" ");
    if (dash !== "—" || !name || !encoded || rest.length > 0 || !isKeyName(name)) return null;
    const bytes = bytesOfBase64(encoded);
    if (!bytes || bytes.length < 5) return null;
    signatures.push({ name, keyId: hexOf(bytes.subarray(0, 4)), signature: bytes.subarray(4) });
  }
  return signatures;
}

export function isKeyName(name: string): boolean {
  return name !== "" && !/[\s+\p{Cc}]/u.test(name);
}

/** Which of the known keys stand under a note, and whether each of these signatures is right. */
export type SignaturesFound = { key: TrailKey; isRight: boolean }[];

/** Finds the signatures of these keys for one origin; keys that it does not know are passed over. */
export async function signatureFinder(origin: string, keys: readonly TrailKey[]) {
  const opened = new Map<string, { key: TrailKey; opened: CryptoKey | null }>();
  for (const key of keys.toReversed()) {
    opened.set(checkpointKeyId(origin, key), { key, opened: await openKey(key) });
  }
  return async (checkpoint: Checkpoint): Promise<SignaturesFound> => {
    if (checkpoint.origin !== origin) return [];
    const signed = new TextEncoder().encode(checkpoint.signed);
    const found: SignaturesFound = [];
    for (const { name, keyId, signature } of checkpoint.signatures) {
      const known = name === origin ? opened.get(keyId) : undefined;
      if (!known) continue;
      const isRight = known.opened !== null && (await isSignedBy(known.opened, signature, signed));
      found.push({ key: known.key, isRight });
    }
    return found;
  };
}

/** The first of the allowed keys that signed it, or null. A bad signature by an allowed key spoils the note. */
export function signerAmong(found: SignaturesFound, allowed: readonly TrailKey[]): TrailKey | null {
  const theirs = found.filter(({ key }) => allowed.includes(key));
  return theirs.every(({ isRight }) => isRight) ? (theirs[0]?.key ?? null) : null;
}

export async function verifyCheckpoint(
  checkpoint: Checkpoint,
  origin: string,
  keys: readonly TrailKey[],
): Promise<TrailKey | null> {
  const find = await signatureFinder(origin, keys);
  return signerAmong(await find(checkpoint), keys);
}

export function checkpointKeyId(name: string, key: TrailKey): string {
  return noteKeyId(name, 1, key);
}

export function verifierKey(name: string, key: TrailKey): string {
  return noteKey(name, 1, key);
}

/** One key, as the programs that may check a trail take it. */
export function formsOfKey(origin: string, publicKey: TrailKey) {
  const spki = base64Of(joined([beforeKey, keyBytes(publicKey)]));
  return {
    keyId: checkpointKeyId(origin, publicKey),
    publicKey,
    verifierKey: verifierKey(origin, publicKey),
    pem: `-----BEGIN PUBLIC KEY-----\n${spki}\n-----END PUBLIC KEY-----\n`,
  };
}
