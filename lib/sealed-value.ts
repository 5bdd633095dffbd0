import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** Where a sealed value is at home; opened anywhere else it fails. */
export type ColumnPlace = { practiceId: string; table: string; column: string; rowId: string };

const envelope = 1;
const headBytes = 2;
const nonceBytes = 12;
const tagBytes = 16;

/** AES-256-GCM under a key of the practice: envelope version, key version, nonce, tag, ciphertext. */
export function sealValue(masterKey: Buffer, place: ColumnPlace, plain: Buffer, keyVersion = 1): Buffer {
  const head = Buffer.from([envelope, keyVersion]);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", practiceKey(masterKey, place, keyVersion), nonce);
  cipher.setAAD(placeBytes(place, head));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([head, nonce, cipher.getAuthTag(), sealed]);
}

/** Throws when the value was changed, moved to another place, or sealed under another key. */
export function openValue(masterKey: Buffer, place: ColumnPlace, sealed: Buffer): Buffer {
  const head = sealed.subarray(0, headBytes);
  const nonce = sealed.subarray(headBytes, headBytes + nonceBytes);
  const tag = sealed.subarray(headBytes + nonceBytes, headBytes + nonceBytes + tagBytes);
  if (tag.length !== tagBytes || head[0] !== envelope) throw new Error("This is not a sealed value.");
  const key = practiceKey(masterKey, place, keyVersionOf(sealed));
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(placeBytes(place, head));
  decipher.setAuthTag(tag);
  return Buffer.concat([
    decipher.update(sealed.subarray(headBytes + nonceBytes + tagBytes)),
    decipher.final(),
  ]);
}

/** As `openValue`, but null for what does not open; for what is shown or compared, where one such row must not end it all. */
export function openUnaltered(masterKey: Buffer, place: ColumnPlace, sealed: Buffer): Buffer | null {
  try {
    return openValue(masterKey, place, sealed);
  } catch {
    return null;
  }
}

/** Which master key a value was sealed under, for changing keys. */
export function keyVersionOf(sealed: Buffer): number {
  return sealed.readUInt8(1);
}

function practiceKey(masterKey: Buffer, { practiceId }: ColumnPlace, keyVersion: number): Buffer {
  if (masterKey.length !== 32) throw new Error("The master key must have 32 bytes.");
  const purpose = JSON.stringify(["candor sealed value", practiceId, keyVersion]);
  return Buffer.from(hkdfSync("sha256", masterKey, Buffer.alloc(0), purpose, 32));
}

function placeBytes({ practiceId, table, column, rowId }: ColumnPlace, head: Buffer): Buffer {
  return Buffer.concat([head, Buffer.from(JSON.stringify([practiceId, table, column, rowId]))]);
}
