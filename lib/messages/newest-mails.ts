import { and, desc, eq, inArray, type SQL } from "drizzle-orm";
import { on } from "@/db/on";
import { messageDeliveries, messageFailures, messageSettlements, messages } from "@/db/schema";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";

/** Of these mails the newest for each patient, sitting or message (`each`), with when it arrived or how it last failed. */
export async function newestMails(
  tx: Tx,
  { practiceId }: Context,
  each: "patientId" | "sittingId" | "id",
  which: SQL | undefined,
) {
  const { id, patientId, sittingId, kind, toAddress, owedAt, notBefore } = messages;
  const { kind: failure, failedAt, nextTryAt } = messageFailures;
  return tx
    .selectDistinctOn([messages[each]], {
      id,
      patientId,
      sittingId,
      kind,
      toAddress,
      owedAt,
      notBefore,
      failure,
      failedAt,
      nextTryAt,
      deliveredAt: messageDeliveries.deliveredAt,
      settledAt: messageSettlements.settledAt,
    })
    .from(messages)
    .leftJoin(messageDeliveries, ofMail(messageDeliveries))
    .leftJoin(messageFailures, ofMail(messageFailures))
    .leftJoin(messageSettlements, ofMail(messageSettlements))
    .where(and(eq(messages.practiceId, practiceId), which))
    .orderBy(messages[each], desc(owedAt), desc(failedAt));
}

function ofMail(outcome: typeof messageDeliveries | typeof messageFailures | typeof messageSettlements) {
  return on(messages, outcome.messageId);
}

/** To whom some mail could not be brought: as a rule few, and nobody else's mails need be looked at for one that was not. */
export function toWhomSomeFailed(tx: Tx, { practiceId }: Context): SQL {
  const failed = tx
    .select({ patientId: messages.patientId })
    .from(messageFailures)
    .innerJoin(messages, on(messages, messageFailures.messageId))
    .where(eq(messageFailures.practiceId, practiceId));
  return inArray(messages.patientId, failed);
}
