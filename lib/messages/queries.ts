import { and, count, desc, eq, max, sql } from "drizzle-orm";
import { on } from "@/db/on";
import {
  type Message,
  messageAttempts,
  messageDeliveries,
  messageFailures,
  messageSettlements,
  messages,
  type Practice,
  practices,
} from "@/db/schema";
import { isOpenMailbox } from "@/lib/auth/row-memberships";
import type { Context } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import type { Tx } from "@/lib/in-practice";
import type { SendingFacts } from "./rules";

export type OwedMessage = { message: Message; practice: Practice; facts: SendingFacts };

export async function getOwedMessage(tx: Tx, ctx: Context, id: string): Promise<OwedMessage> {
  const [row] = await tx
    .select({
      message: messages,
      practice: practices,
      deliveredAt: messageDeliveries.deliveredAt,
      settledAt: messageSettlements.settledAt,
    })
    .from(messages)
    .innerJoin(practices, eq(practices.practiceId, messages.practiceId))
    .leftJoin(messageDeliveries, on(messages, messageDeliveries.messageId))
    .leftJoin(messageSettlements, on(messages, messageSettlements.messageId))
    .where(and(eq(messages.practiceId, ctx.practiceId), eq(messages.id, id)));
  if (!row) throw new NotFound();
  const [tried] = await tx
    .select({
      attempts: count(),
      lastAttemptAt: max(messageAttempts.attemptedAt),
      takenAt: max(messageAttempts.takenAt),
    })
    .from(messageAttempts)
    .where(and(eq(messageAttempts.practiceId, ctx.practiceId), eq(messageAttempts.messageId, id)));
  const failures = await tx
    .select({
      kind: messageFailures.kind,
      failedAt: messageFailures.failedAt,
      nextTryAt: messageFailures.nextTryAt,
    })
    .from(messageFailures)
    .where(and(eq(messageFailures.practiceId, ctx.practiceId), eq(messageFailures.messageId, id)))
    .orderBy(desc(messageFailures.failedAt));
  return {
    message: row.message,
    practice: row.practice,
    facts: {
      notBefore: row.message.notBefore,
      deliveredAt: row.deliveredAt,
      isSettled: row.settledAt !== null,
      isTaken: Boolean(tried?.takenAt),
      attempts: tried?.attempts ?? 0,
      lastAttemptAt: tried?.lastAttemptAt ?? null,
      failures: failures.length,
      lastFailure: failures[0] ?? null,
    },
  };
}

/** Whether the mailbox still stands for somebody of this practice: an address may have been corrected meanwhile. */
export async function isStillTheirs(tx: Tx, message: Message): Promise<boolean> {
  const { practiceId, userId, toAddress: email, patientId: rowId } = message;
  return isOpenMailbox(tx, { practiceId, userId, email, rowId });
}

/**
 * What a question mail or a reminder is about: whether its sitting has anything open, and whether its patient is
 * archived. Of what somebody would rather talk about first, nobody is reminded.
 */
export async function findQuestion(tx: Tx, { practiceId, patientId, landing, kind }: Message) {
  const requestId = /\/requests\/([0-9a-f-]{36})$/.exec(landing)?.[1];
  if (!patientId || !requestId) return null;
  const isTalkedAbout = sql`exists (select from conversations t
    where t.practice_id = r.practice_id and t.request_id = r.id
      and not exists (select from conversation_outcomes o
                       where o.practice_id = t.practice_id and o.conversation_id = t.id))`;
  const waits = kind === "reminder" ? sql`and not ${isTalkedAbout}` : sql``;
  const [found] = await tx.execute<{ hasOpen: boolean | null; isArchived: boolean }>(sql`
    select (select bool_or(a.id is null and c.id is null and d.id is null and e.id is null ${waits})
              from requests own
              join requests r on r.practice_id = own.practice_id and r.sitting_id = own.sitting_id
              left join answers a on a.practice_id = r.practice_id and a.request_id = r.id
              left join request_cancellations c on c.practice_id = r.practice_id and c.request_id = r.id
              left join request_declines d on d.practice_id = r.practice_id and d.request_id = r.id
              left join notice_endings e on e.practice_id = r.practice_id and e.request_id = r.id
             where own.practice_id = ${practiceId} and own.id = ${requestId}) as "hasOpen",
           exists (select from patient_archivings p
                    where p.practice_id = ${practiceId} and p.patient_id = ${patientId}
                      and p.restored_at is null) as "isArchived"`);
  return found && { ...found, hasOpen: found.hasOpen ?? true };
}
