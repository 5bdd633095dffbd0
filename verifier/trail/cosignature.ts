import { createHash, createPublicKey, verify } from "node:crypto";

/** Somebody who confirms checkpoints (C2SP tlog-cosignature): a name, and the 32 bytes of an Ed25519 key in hex. */
export type Witness = { name: string; key: string };

/** Of a signed note: the text above its signatures, and these. */
type SignedNote = {
  signed: string;
  signatures: readonly { name: string; keyId: string; signature: Uint8Array }[];
};

export type Cosignature = { witness: Witness; line: string; at: Date };

const timestamped = 4;
const timeBytes = 8;

/** The witness as other tools for signed notes take it: name+id+base64(0x04 ‖ public key). */
export function witnessKey(witness: Witness): string {
  const encoded = Buffer.concat([Buffer.of(timestamped), Buffer.from(witness.key, "hex")]).toString("base64");
  return `${witness.name}+${witnessId(witness)}+${encoded}`;
}

/** Null for what is no such key, or whose id is not that of its name and key. */
export function readWitness(written: string): Witness | null {
  const [, name, encoded] = /^([^\s+]+)\+[0-9a-f]{8}\+([A-Za-z0-9+/]{44})$/.exec(written) ?? [];
  const bytes = Buffer.from(encoded ?? "", "base64");
  if (!name || bytes[0] !== timestamped) return null;
  const witness = { name, key: bytes.toString("hex", 1) };
  return witnessKey(witness) === written ? witness : null;
}

/** What a witness signs, in seconds since 1970: as of then, this is the longest history it knows under the origin. */
export function cosignedText(signed: string, seconds: number): string {
  return `cosignature/v1\ntime ${seconds}\n${signed}`;
}

export function cosignatureLine(witness: Witness, seconds: number, signature: Uint8Array): string {
  const time = Buffer.alloc(timeBytes);
  time.writeBigUInt64BE(BigInt(seconds));
  const bytes = Buffer.concat([Buffer.from(witnessId(witness), "hex"), time, signature]);
  return `— ${witness.name} ${bytes.toString("base64")}\n`;
}

/**
 * Which of these witnesses confirmed it, each once and with its newest time. What is signed by nobody known is passed
 * over, and so is what does not hold: it confirms nothing.
 */
export function cosignaturesOf(note: SignedNote, witnesses: readonly Witness[]): Cosignature[] {
  return witnesses.flatMap((witness) => {
    const id = witnessId(witness);
    const theirs = note.signatures.filter(({ name, keyId }) => name === witness.name && keyId === id);
    const times = theirs.flatMap(({ signature }) => confirmedAt(note.signed, witness, signature) ?? []);
    const newest = times.toSorted((a, b) => b.seconds - a.seconds)[0];
    if (!newest) return [];
    const line = cosignatureLine(witness, newest.seconds, newest.signature);
    return [{ witness, line, at: new Date(newest.seconds * 1000) }];
  });
}

/** Null when the signature is not one of this witness under this statement. */
function confirmedAt(signed: string, witness: Witness, bytes: Uint8Array) {
  if (bytes.length !== timeBytes + 64) return null;
  const seconds = Number(Buffer.from(bytes).readBigUInt64BE());
  const signature = bytes.subarray(timeBytes);
  const key = createPublicKey({
    format: "jwk",
    key: { kty: "OKP", crv: "Ed25519", x: Buffer.from(witness.key, "hex").toString("base64url") },
  });
  const holds = verify(null, Buffer.from(cosignedText(signed, seconds)), key, signature);
  return holds ? { seconds, signature } : null;
}

/** First four bytes of SHA-256(name ‖ 0x0A ‖ 0x04 ‖ public key), in hex. */
function witnessId({ name, key }: Witness): string {
  const digest = createHash("sha256")
    .update(`${name}\n`)
    .update(Buffer.of(timestamped))
    .update(Buffer.from(key, "hex"))
    .digest("hex");
  return digest.slice(0, 8);
}
