import { createHash, createPublicKey, type KeyObject, sign, verify } from "node:crypto";

/** A signed statement of the trail's size and root: a C2SP tlog-checkpoint in a C2SP signed note. */
export type Checkpoint = {
  origin: string;
  size: number;
  root: string;
  signed: string;
  signatures: { name: string; keyId: string; signature: Buffer }[];
};

const ed25519 = Buffer.of(1);

/** The name under which a practice's trail is signed: where the installation lives, and which practice. */
export function checkpointOrigin(appUrl: string, practiceId: string): string {
  return `${new URL(appUrl).host}/audit/${practiceId}`;
}

export function signCheckpoint(statement: {
  origin: string;
  size: number;
  root: string;
  key: KeyObject;
}): string {
  const { origin, size, root, key } = statement;
  const text = `${origin}\n${size}\n${Buffer.from(root, "hex").toString("base64")}\n`;
  if (!isKeyName(origin) || !readStatement(text)) throw new Error("Not a checkpoint");

  const id = Buffer.from(checkpointKeyId(origin, createPublicKey(key)), "hex");
  const signature = Buffer.concat([id, sign(null, Buffer.from(text), key)]).toString("base64");
  return `${text}\n— ${origin} ${signature}\n`;
}

/** Null when the note is not exactly a checkpoint without extension lines. Says nothing about its signatures. */
export function parseCheckpoint(note: string): Checkpoint | null {
  const end = note.lastIndexOf("\n\n") + 1;
  const signed = note.slice(0, end);
  const statement = readStatement(signed);
  const signatures = readSignatures(note.slice(end + 1));
  return statement && signatures && { ...statement, signed, signatures };
}

/** The key among `keys` that signed it for this origin, or null. A bad signature by a known key spoils the note. */
export function verifyCheckpoint(
  checkpoint: Checkpoint,
  origin: string,
  keys: readonly KeyObject[],
): KeyObject | null {
  if (checkpoint.origin !== origin) return null;
  let signer: KeyObject | null = null;
  for (const { name, keyId, signature } of checkpoint.signatures) {
    const key = name === origin && keys.find((candidate) => checkpointKeyId(name, candidate) === keyId);
    if (!key) continue;
    if (!verify(null, Buffer.from(checkpoint.signed), key, signature)) return null;
    signer ??= key;
  }
  return signer;
}

/** First four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key), in hex. */
export function checkpointKeyId(name: string, key: KeyObject): string {
  const digest = createHash("sha256").update(`${name}\n`).update(ed25519).update(rawPublicKey(key)).digest();
  return digest.toString("hex", 0, 4);
}

/** The key as other tools for signed notes take it: name+id+base64(0x01 ‖ public key). */
export function verifierKey(name: string, key: KeyObject): string {
  const encoded = Buffer.concat([ed25519, rawPublicKey(key)]).toString("base64");
  return `${name}+${checkpointKeyId(name, key)}+${encoded}`;
}

/** The 32 bytes of an Ed25519 public key. */
export function rawPublicKey(key: KeyObject): Buffer {
  const { crv, x } = key.export({ format: "jwk" });
  if (crv !== "Ed25519" || !x) throw new Error("Not an Ed25519 key");
  return Buffer.from(x, "base64url");
}

export function publicKeyFrom(raw: Buffer): KeyObject {
  return createPublicKey({
    format: "jwk",
    key: { kty: "OKP", crv: "Ed25519", x: raw.toString("base64url") },
  });
}

function readStatement(text: string): Pick<Checkpoint, "origin" | "size" | "root"> | null {
  const [origin, digits, encoded, ...rest] = text.split("\n");
  if (!origin || !digits || !encoded || rest.length !== 1 || rest[0] !== "") return null;
  const size = Number(digits);
  const root = Buffer.from(encoded, "base64");
  const exact = String(size) === digits && Number.isSafeInteger(size) && size >= 0;
  if (!exact || root.length !== 32 || root.toString("base64") !== encoded) return null;
  return { origin, size, root: root.toString("hex") };
}

function readSignatures(block: string): Checkpoint["signatures"] | null {
  if (!block.endsWith("\n")) return null;
  const signatures: Checkpoint["signatures"] = [];
  for (const line of block.slice(0, -1).split("\n")) {
    const [dash, name, encoded, ...rest] = line.split(" ");
    if (dash !== "—" || !name || !encoded || rest.length > 0 || !isKeyName(name)) return null;
    const bytes = Buffer.from(encoded, "base64");
    if (bytes.length < 5 || bytes.toString("base64") !== encoded) return null;
    signatures.push({ name, keyId: bytes.toString("hex", 0, 4), signature: bytes.subarray(4) });
  }
  return signatures;
}

export function isKeyName(name: string): boolean {
  return name !== "" && !/[\s+\p{Cc}]/u.test(name);
}
