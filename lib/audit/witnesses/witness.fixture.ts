import { generateKeyPairSync } from "node:crypto";
import type { OfferedWitness } from "@/lib/env";
import { witnessKey } from "@/verifier/trail/cosignature";
import { trailKeyOf } from "../checkpoint";

/** A witness with a key of its own, at an address where nobody answers. */
export function newWitness(name: string, url = "http://127.0.0.1:9"): OfferedWitness {
  const key = trailKeyOf(generateKeyPairSync("ed25519").publicKey);
  return { name, key, verifierKey: witnessKey({ name, key }), url };
}
