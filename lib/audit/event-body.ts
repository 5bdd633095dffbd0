import { createHmac } from "node:crypto";
import type { AuditEvent, EventName } from "@/lib/audit/events";
import type { Context, Route } from "@/lib/context";
import { type Canonical, canonical } from "@/verifier/trail/canonical";
import { leafHash } from "@/verifier/trail/merkle";
import type { StoredEntry } from "@/verifier/trail/verify-trail";

export type Actor = { kind: Context["kind"]; id: string };

/** What is hashed. `details` commits to a side row that may lawfully be erased. */
export type EventBody = AuditEvent & {
  v: 1;
  practice: string;
  seq: number;
  at: string;
  actor: Actor;
  route: Route;
  details?: string;
  prev: string;
};

export type StoredEvent = StoredEntry & { name: EventName };

export function eventBody(entry: {
  practice: string;
  seq: number;
  at: Date;
  actor: Actor;
  route: Route;
  event: AuditEvent;
  details?: string;
  prev: string;
}): EventBody {
  const { event, at, ...envelope } = entry;
  refusePersonalData(event, "event");
  return { ...event, ...envelope, at: at.toISOString(), v: 1 };
}

export function storedEvent(body: EventBody): StoredEvent {
  const text = canonical(body);
  const patientId = ("patient" in body && body.patient) || null;
  const { seq, name, at, actor } = body;
  return { seq, body: text, leaf: leafHash(text), name, at, actorId: actor.id, patientId };
}

export function actorOf(ctx: Context): Actor {
  switch (ctx.kind) {
    case "staff":
      return { kind: "staff", id: ctx.staffId };
    case "patient":
      return { kind: "patient", id: ctx.userId };
    case "system":
      return { kind: "system", id: ctx.process };
  }
}

/** Without the salt, kept with the details, nobody can find out by guessing what the details were. */
export function detailsCommitment(salt: Buffer, details: Canonical): string {
  if (salt.length < 16) throw new Error("A commitment needs a salt of at least 16 bytes");
  return createHmac("sha256", salt).update(canonical(details)).digest("hex");
}

/** A net under the types: ids, hashes and words of closed lists hold no space, no @ and no letter beyond ASCII. */
function refusePersonalData(value: unknown, where: string): void {
  if (typeof value === "string" && !/^[\w.:/-]{1,128}$/.test(value)) throw new Error(`Not opaque: ${where}`);
  if (typeof value !== "object" || value === null) return;
  for (const [key, member] of Object.entries(value)) refusePersonalData(member, `${where}.${key}`);
}
