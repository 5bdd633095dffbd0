import { and, desc, eq } from "drizzle-orm";
import { messageDeliveries, messageFailures, messages, patients } from "@/db/schema";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";

/** Patients whose present mailbox refused the newest message to it: no other will arrive there either. */
export async function listRefusedMailboxes(tx: Tx, ctx: Context): Promise<ReadonlySet<string>> {
  const newest = await tx
    .selectDistinctOn([messages.patientId], {
      patientId: patients.id,
      delivered: messageDeliveries.id,
      kind: messageFailures.kind,
    })
    .from(messages)
    .innerJoin(
      patients,
      and(
        eq(patients.practiceId, messages.practiceId),
        eq(patients.id, messages.patientId),
        eq(patients.email, messages.toAddress),
      ),
    )
    .leftJoin(
      messageDeliveries,
      and(
        eq(messageDeliveries.practiceId, messages.practiceId),
        eq(messageDeliveries.messageId, messages.id),
      ),
    )
    .leftJoin(
      messageFailures,
      and(
        eq(messageFailures.practiceId, messages.practiceId),
        eq(messageFailures.messageId, messages.id),
        eq(messageFailures.kind, "refused"),
      ),
    )
    .where(eq(messages.practiceId, ctx.practiceId))
    .orderBy(messages.patientId, desc(messages.owedAt));
  const refused = newest.filter(({ delivered, kind }) => !delivered && kind === "refused");
  return new Set(refused.map(({ patientId }) => patientId));
}
