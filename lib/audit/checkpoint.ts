import { createPublicKey, type KeyObject, sign } from "node:crypto";
import { checkpointKeyId, isKeyName, readStatement, type TrailKey } from "@/verifier/trail/checkpoint";

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

  const id = Buffer.from(checkpointKeyId(origin, trailKeyOf(createPublicKey(key))), "hex");
  const signature = Buffer.concat([id, sign(null, Buffer.from(text), key)]).toString("base64");
  return `${text}\n— ${origin} ${signature}\n`;
}

export function trailKeyOf(key: KeyObject): TrailKey {
  const { crv, x } = key.export({ format: "jwk" });
  if (crv !== "Ed25519" || !x) throw new Error("Not an Ed25519 key");
  return Buffer.from(x, "base64url").toString("hex");
}
