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
  const [entry] = await append(tx, ctx, [details ? { event, details } : { event }]);
  if (!entry) throw new Error(`${event.name} was not recorded`);
  return entry;
}

/** As `recordEvent`, for what one act does to many: in their order, and as fast as one. */
export async function recordEvents(tx: Tx, ctx: Context, all: readonly AuditEvent[]) {
  for (let first = 0; first < all.length; first += rowsAtOnce)
    await append(
      tx,
      ctx,
      all.slice(first, first + rowsAtOnce).map((event) => ({ event })),
    );
}

const rowsAtOnce = 1_000;

async function append(tx: Tx, ctx: Context, entries: readonly { event: AuditEvent; details?: Details }[]) {
  const { practiceId } = ctx;
  const head = await lockHead(tx, ctx);
  const now = later(frozenNow() ?? head.now, head.at);

  let { size, leaf } = head;
  const made = entries.map(({ event, details }) => {
    const salt = details && randomBytes(32);
    const stored = storedEvent(
      eventBody({
        practice: practiceId,
        seq: size,
        at: now,
        actor: actorOf(ctx),
        route: ctx.route,
        event,
        ...(details && salt && { details: detailsCommitment(salt, details) }),
        prev: leaf,
      }),
    );
    ({ leaf } = stored);
    size += 1;
    return { id: uuid(), stored, at: new Date(stored.at), details, salt };
  });
  const beside = made.flatMap(({ id, details, salt }) =>
    details && salt ? [{ practiceId, id: uuid(), eventId: id, salt, details }] : [],
  );

  await Promise.all([
    tx.insert(events).values(made.map(({ id, stored, at }) => ({ ...stored, practiceId, id, at }))),
    beside.length > 0 && tx.insert(eventDetails).values(beside),
    tx
      .update(auditHeads)
      .set({ size, leaf, at: made.at(-1)?.at ?? now })
      .where(eq(auditHeads.practiceId, practiceId)),
  ]);
  return made.map(({ stored, at }) => ({ seq: stored.seq, leaf: stored.leaf, at }));
}

/** Order is the sequence; a clock that was set back must not contradict it. */
function later(one: Date, other: Date): Date {
  return new Date(Math.max(one.getTime(), other.getTime()));
}
