import { joined } from "../write-der";
import { base64Of, bytesOfBase64, bytesOfHex, hexOf } from "../written-bytes";
import type { Checkpoint } from "./checkpoint";
import { isSignedBy, noteKey, noteKeyId, openKey, type TrailKey } from "./note-key";

/** Somebody who confirms checkpoints (C2SP tlog-cosignature). */
export type Witness = { name: string; key: TrailKey };

/** Witnesses somebody knows from elsewhere, and how many of them have to have confirmed a checkpoint. */
export type Quorum = { witnesses: readonly Witness[]; quorum: number };

export type Cosignature = { witness: Witness; line: string; at: Date };

const cosigning = 4;
const timeBytes = 8;

/** The witness as other tools for signed notes take it. */
export function witnessKey({ name, key }: Witness): string {
  return noteKey(name, cosigning, key);
}

/** Null for what is no such key, or whose id is not that of its name and key. */
export function readWitness(written: string): Witness | null {
  const [, name, encoded = ""] = /^([^\s+]+)\+[0-9a-f]{8}\+([A-Za-z0-9+/]{44})$/.exec(written) ?? [];
  const bytes = bytesOfBase64(encoded);
  if (!name || bytes?.[0] !== cosigning) return null;
  const witness = { name, key: hexOf(bytes.subarray(1)) };
  return witnessKey(witness) === written ? witness : null;
}

/** What a witness signs, in seconds since 1970: as of then, this is the longest history it knows under the origin. */
export function cosignedText(signed: string, seconds: number): string {
  return `cosignature/v1\ntime ${seconds}\n${signed}`;
}

export function cosignatureLine({ name, key }: Witness, seconds: number, signature: Uint8Array): string {
  const time = new DataView(new ArrayBuffer(timeBytes));
  time.setBigUint64(0, BigInt(seconds));
  const id = bytesOfHex(noteKeyId(name, cosigning, key)) ?? new Uint8Array();
  return `— ${name} ${base64Of(joined([id, new Uint8Array(time.buffer), signature]))}\n`;
}

/**
 * Which of these witnesses confirmed it, each once and with its newest time. What is signed by nobody known is passed
 * over, and so is what does not hold: it confirms nothing.
 */
export async function cosignaturesOf(
  checkpoint: Pick<Checkpoint, "signed" | "signatures">,
  witnesses: readonly Witness[],
): Promise<Cosignature[]> {
  const found = await Promise.all(witnesses.map((witness) => newestBy(witness, checkpoint)));
  return found.flatMap((one) => one ?? []);
}

async function newestBy(witness: Witness, { signed, signatures }: Pick<Checkpoint, "signed" | "signatures">) {
  const id = noteKeyId(witness.name, cosigning, witness.key);
  const theirs = signatures.filter(({ name, keyId }) => name === witness.name && keyId === id);
  const key = theirs.length > 0 ? await openKey(witness.key) : null;
  if (!key) return null;
  const held = await Promise.all(theirs.map(({ signature }) => confirmedAt(key, signed, signature)));
  const [newest] = held.flatMap((one) => one ?? []).toSorted((a, b) => b.seconds - a.seconds);
  if (!newest) return null;
  const line = cosignatureLine(witness, newest.seconds, newest.signature);
  return { witness, line, at: new Date(newest.seconds * 1000) };
}

/** Null when the signature is not one of this key under this statement. */
async function confirmedAt(key: CryptoKey, signed: string, bytes: Uint8Array) {
  if (bytes.length !== timeBytes + 64) return null;
  const seconds = Number(new DataView(bytes.buffer, bytes.byteOffset, timeBytes).getBigUint64(0));
  const signature = bytes.subarray(timeBytes);
  const text = new TextEncoder().encode(cosignedText(signed, seconds));
  return (await isSignedBy(key, signature, text)) ? { seconds, signature } : null;
}
