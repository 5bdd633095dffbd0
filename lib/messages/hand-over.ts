import { and, count, eq, gt, isNotNull, isNull, notExists, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { on } from "@/db/on";
import { messageAttempts, messages } from "@/db/schema";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";

type OfAttempt = { messageId: string; attemptId: string };

/**
 * Notes that from now on the server may have this mail. False when another worker tries it meanwhile, as after a
 * pause of ours: then it must not leave here.
 */
export async function noteHandover(tx: Tx, ctx: Context, attempt: OfAttempt, now: Date): Promise<boolean> {
  const newer = alias(messageAttempts, "newer");
  const isTriedAgain = tx
    .select({ one: sql`1` })
    .from(newer)
    .where(
      and(
        eq(newer.practiceId, ctx.practiceId),
        eq(newer.messageId, attempt.messageId),
        gt(newer.attemptedAt, messageAttempts.attemptedAt),
      ),
    );
  const noted = await tx
    .update(messageAttempts)
    .set({ handedOverAt: now })
    .where(and(isAttempt(ctx, attempt), notExists(isTriedAgain)))
    .returning({ id: messageAttempts.id });
  return noted.length > 0;
}

/** Notes what the server said to a mail that was handed over to it. */
export async function noteServerAnswer(
  tx: Tx,
  ctx: Context,
  attempt: OfAttempt,
  said: { takenAt: Date } | { declinedAt: Date },
): Promise<void> {
  await tx
    .update(messageAttempts)
    .set(said)
    .where(and(isAttempt(ctx, attempt), isNotNull(messageAttempts.handedOverAt)));
}

/** Of the mails to a patient, how often each was handed over without an answer; those that always had one are not there. */
export async function countUnanswered(
  tx: Tx,
  { practiceId }: Context,
  patientId: string,
): Promise<Map<string, number>> {
  const rows = await tx
    .select({ messageId: messageAttempts.messageId, unanswered: count() })
    .from(messageAttempts)
    .innerJoin(messages, on(messages, messageAttempts.messageId))
    .where(
      and(
        eq(messageAttempts.practiceId, practiceId),
        eq(messages.patientId, patientId),
        isNotNull(messageAttempts.handedOverAt),
        isNull(messageAttempts.takenAt),
        isNull(messageAttempts.declinedAt),
      ),
    )
    .groupBy(messageAttempts.messageId);
  return new Map(rows.map(({ messageId, unanswered }) => [messageId, unanswered]));
}

function isAttempt({ practiceId }: Context, { attemptId }: OfAttempt) {
  return and(eq(messageAttempts.practiceId, practiceId), eq(messageAttempts.id, attemptId));
}
