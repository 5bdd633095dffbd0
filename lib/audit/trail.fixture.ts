import { createHash, generateKeyPairSync, type KeyObject } from "node:crypto";
import type { StoredCheckpoint } from "@/verifier/trail/check-signing";
import { checkpointKeyId, type TrailKey } from "@/verifier/trail/checkpoint";
import { appendLeaf, emptyFrontier, merkleRoot } from "@/verifier/trail/merkle";
import { firstPrev } from "@/verifier/trail/verify-trail";
import { signCheckpoint, trailKeyOf } from "./checkpoint";
import { eventBody, type StoredEvent, storedEvent } from "./event-body";
import type { AuditEvent } from "./events";

export type Trail = {
  practice: string;
  origin: string;
  events: StoredEvent[];
  checkpoints: StoredCheckpoint[];
  keys: TrailKey[];
  signers: KeyObject[];
};

const start = Date.parse("2026-11-20T17:04:31.120Z");

/** A sound trail of `size` entries, with a checkpoint every `every` entries and one at the end; the key changes halfway. */
export function soundTrail(practiceDigit: number, size: number, every: number): Trail {
  const practice = id(practiceDigit);
  const origin = `candor.example/audit/${practice}`;
  const pairs = [generateKeyPairSync("ed25519"), generateKeyPairSync("ed25519")] as const;
  const trail: Trail = {
    practice,
    origin,
    events: [],
    checkpoints: [],
    keys: [],
    signers: [],
  };
  const tree = emptyFrontier();
  let [pair] = pairs;

  const record = (event: AuditEvent) => {
    const seq = tree.size;
    const prev = trail.events.at(-1)?.leaf ?? firstPrev;
    const actor = { kind: "staff", id: id(900) } as const;
    const at = new Date(start + seq * 1000);
    const stored = storedEvent(eventBody({ practice, seq, at, actor, route: "portal", event, prev }));
    trail.events.push(stored);
    appendLeaf(tree, stored.leaf);
  };
  const announce = (next: (typeof pairs)[number]) => {
    pair = next;
    const publicKey = trailKeyOf(pair.publicKey);
    trail.keys.push(publicKey);
    trail.signers.push(pair.privateKey);
    record({ name: "checkpoint-key.made", keyId: checkpointKeyId(origin, publicKey), publicKey });
  };
  const checkpoint = () => {
    const statement = { origin, size: tree.size, root: merkleRoot(tree) };
    trail.checkpoints.push({ size: tree.size, note: signCheckpoint({ ...statement, key: pair.privateKey }) });
    return {
      name: "checkpoint.signed",
      ...statement,
      keyId: checkpointKeyId(origin, trailKeyOf(pair.publicKey)),
    } as const;
  };

  record({ name: "practice.created" });
  announce(pairs[0]);
  while (tree.size < size) {
    const seq = tree.size;
    if (seq % every === 0) {
      const { origin: _, ...signed } = checkpoint();
      record(signed);
    } else if (seq === Math.floor(size / 2) + 1) {
      announce(pairs[1]);
    } else {
      record(anEvent(seq));
    }
  }
  checkpoint();
  return trail;
}

/** Whoever owns the database can make any row fit its own text, and each row fit the one before it. */
export function rehash(events: StoredEvent[], from: number, change: (body: Record<string, unknown>) => void) {
  for (let seq = from; seq < events.length; seq++) {
    const body = JSON.parse(events[seq]?.body ?? "");
    if (seq === from) change(body);
    else body.prev = events[seq - 1]?.leaf;
    events[seq] = storedEvent(body);
  }
}

function anEvent(seq: number): AuditEvent {
  const patient = id(100 + (seq % 7));
  if (seq % 3 === 0) return { name: "patient.viewed", patient, reason: "treating" };
  if (seq % 3 === 1) return { name: "settings.changed", changed: ["phone"] };
  const sha256 = createHash("sha256").update(`file ${seq}`).digest("hex");
  return { name: "document.sealed", patient, documentId: id(seq), meaning: "consents", sha256 };
}

function id(number: number): string {
  return `0193a5c1-0000-7000-8000-${String(number).padStart(12, "0")}`;
}
