import { and, count, desc, eq, max } from "drizzle-orm";
import {
  type Message,
  messageAttempts,
  messageDeliveries,
  messageFailures,
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
    .select({ message: messages, practice: practices, deliveredAt: messageDeliveries.deliveredAt })
    .from(messages)
    .innerJoin(practices, eq(practices.practiceId, messages.practiceId))
    .leftJoin(
      messageDeliveries,
      and(
        eq(messageDeliveries.practiceId, messages.practiceId),
        eq(messageDeliveries.messageId, messages.id),
      ),
    )
    .where(and(eq(messages.practiceId, ctx.practiceId), eq(messages.id, id)));
  if (!row) throw new NotFound();
  const [tried] = await tx
    .select({ attempts: count(), lastAttemptAt: max(messageAttempts.attemptedAt) })
    .from(messageAttempts)
    .where(and(eq(messageAttempts.practiceId, ctx.practiceId), eq(messageAttempts.messageId, id)));
  const [lastFailure] = await tx
    .select({
      kind: messageFailures.kind,
      failedAt: messageFailures.failedAt,
      nextTryAt: messageFailures.nextTryAt,
    })
    .from(messageFailures)
    .where(and(eq(messageFailures.practiceId, ctx.practiceId), eq(messageFailures.messageId, id)))
    .orderBy(desc(messageFailures.failedAt))
    .limit(1);
  return {
    message: row.message,
    practice: row.practice,
    facts: {
      deliveredAt: row.deliveredAt,
      attempts: tried?.attempts ?? 0,
      lastAttemptAt: tried?.lastAttemptAt ?? null,
      lastFailure: lastFailure ?? null,
    },
  };
}

/** Whether the mailbox still stands for somebody of this practice: an address may have been corrected meanwhile. */
export async function isStillTheirs(tx: Tx, message: Message): Promise<boolean> {
  const { practiceId, userId, toAddress: email, patientId: rowId } = message;
  return isOpenMailbox(tx, { practiceId, userId, email, rowId });
}
