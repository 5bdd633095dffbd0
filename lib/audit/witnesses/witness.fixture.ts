import { generateKeyPairSync, sign } from "node:crypto";
import type { OfferedWitness } from "@/lib/env";
import { cosignatureLine, cosignedText, witnessKey } from "@/verifier/trail/cosignature";
import { trailKeyOf } from "../checkpoint";

/** A witness with a key of its own, at an address where nobody answers. */
export function newWitness(name: string, url = "http://127.0.0.1:9"): OfferedWitness {
  return signingWitness(name, url).offered;
}

/** One that confirms whatever it is given, at whatever time. */
export function signingWitness(name: string, url = "http://127.0.0.1:9") {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const witness = { name, key: trailKeyOf(publicKey) };
  const cosign = (note: string, at: Date): string => {
    const seconds = Math.floor(at.getTime() / 1000);
    const text = cosignedText(note.slice(0, note.indexOf("\n\n") + 1), seconds);
    return note + cosignatureLine(witness, seconds, sign(null, Buffer.from(text), privateKey));
  };
  return { offered: { ...witness, verifierKey: witnessKey(witness), url }, cosign };
}
