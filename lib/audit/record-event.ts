import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { auditHeads, eventDetails, events } from "@/db/schema";
import type { Context } from "@/lib/context";
import { frozenNow } from "@/lib/frozen-clock";
import type { Tx } from "@/lib/in-practice";
import { actorOf, detailsCommitment, eventBody, storedEvent } from "./event-body";
import type { AuditEvent } from "./events";
import { lockHead } from "./lock-head";

export type Details = Record<string, string | number>;

/** Appends to the practice's trail within the caller's transaction. Call it last: it takes the head lock. */
export async function recordEvent(tx: Tx, ctx: Context, event: AuditEvent, details?: Details) {
  const { practiceId } = ctx;
  const head = await lockHead(tx, ctx);

  const salt = details && randomBytes(32);
  const stored = storedEvent(
    eventBody({
      practice: practiceId,
      seq: head.size,
      at: later(frozenNow() ?? head.now, head.at),
      actor: actorOf(ctx),
      route: ctx.route,
      event,
      ...(details && salt && { details: detailsCommitment(salt, details) }),
      prev: head.leaf,
    }),
  );
  const at = new Date(stored.at);
  const id = uuid();

  await Promise.all([
    tx.insert(events).values({ ...stored, practiceId, id, at }),
    details && salt && tx.insert(eventDetails).values({ practiceId, id: uuid(), eventId: id, salt, details }),
    tx
      .update(auditHeads)
      .set({ size: head.size + 1, leaf: stored.leaf, at })
      .where(eq(auditHeads.practiceId, practiceId)),
  ]);
  return { seq: stored.seq, leaf: stored.leaf, at };
}

/** Order is the sequence; a clock that was set back must not contradict it. */
function later(one: Date, other: Date): Date {
  return new Date(Math.max(one.getTime(), other.getTime()));
}
