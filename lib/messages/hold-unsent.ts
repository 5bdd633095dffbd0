import { and, eq, inArray } from "drizzle-orm";
import { messageAttempts, messages } from "@/db/schema";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { claim } from "@/lib/worker/claim";

/**
 * Of these sittings, those about which a mail has left or is leaving. The mails of the others are held until this
 * transaction ends: a worker that comes meanwhile leaves them, and then finds what was decided.
 */
export async function holdUnsent(
  tx: Tx,
  ctx: Context,
  sittingIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (sittingIds.length === 0) return new Set();
  const ofThem = and(eq(messages.practiceId, ctx.practiceId), inArray(messages.sittingId, [...sittingIds]));
  const { id, sittingId } = messages;
  const gone = new Set<string>();
  for (const mail of await tx.select({ id, sittingId }).from(messages).where(ofThem)) {
    if (mail.sittingId && !(await claim(tx, "message", mail.id))) gone.add(mail.sittingId);
  }
  const tried = await tx
    .select({ sittingId })
    .from(messageAttempts)
    .innerJoin(
      messages,
      and(eq(messages.practiceId, messageAttempts.practiceId), eq(id, messageAttempts.messageId)),
    )
    .where(ofThem);
  for (const mail of tried) if (mail.sittingId) gone.add(mail.sittingId);
  return gone;
}
