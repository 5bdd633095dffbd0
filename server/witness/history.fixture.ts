import { generateKeyPairSync } from "node:crypto";
import { signCheckpoint, trailKeyOf } from "@/lib/audit/checkpoint";
import { proofRanges } from "@/verifier/trail/consistency";
import { frontierOf, leafHash, merkleRoot } from "@/verifier/trail/merkle";

/** A history that somebody signs, and may fork: `taken` is the entry that the other one lacks. */
export function signedHistory(origin = "candor.example/audit/harbor", pair = generateKeyPairSync("ed25519")) {
  const leaves = Array.from({ length: 300 }, (_, index) => leafHash(`entry ${index}`));
  return historyOf(leaves, origin, pair);
}

export function historyOf(leaves: string[], origin: string, pair: ReturnType<typeof generateKeyPairSync>) {
  const rootOf = (start: number, end: number) => merkleRoot(frontierOf(leaves.slice(start, end)));
  const note = (size: number) =>
    signCheckpoint({ origin, size, root: rootOf(0, size), key: pair.privateKey });
  const proof = (from: number, to: number) =>
    proofRanges(from, to).map(({ start, end }) => Buffer.from(rootOf(start, end), "hex").toString("base64"));
  return {
    origin,
    publicKey: trailKeyOf(pair.publicKey),
    note,
    submission: (from: number, to: number) => [`old ${from}`, ...proof(from, to), "", note(to)].join("\n"),
    /** The same name and key over another entry at this place. */
    fork: (at: number) => historyOf(leaves.with(at, leafHash("something else")), origin, pair),
  };
}
