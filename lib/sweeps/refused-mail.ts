import { and, desc, eq, exists, gt, isNull, ne, not, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { messageDeliveries, messageFailures, messages, patientArchivings, patients } from "@/db/schema";
import type { StaffContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { openArchiving, visiblePatients } from "@/lib/patients/queries";

/** Patients whose mailbox refused something other than a question, and whom nothing has reached there since. */
export async function listRefusedMail(tx: Tx, ctx: StaffContext) {
  return tx
    .selectDistinctOn([messages.patientId], {
      patientId: patients.id,
      legalName: patients.legalName,
      phone: patients.phone,
      toAddress: messages.toAddress,
      owedAt: messages.owedAt,
    })
    .from(messageFailures)
    .innerJoin(
      messages,
      and(eq(messages.practiceId, messageFailures.practiceId), eq(messages.id, messageFailures.messageId)),
    )
    .innerJoin(
      patients,
      and(
        eq(patients.practiceId, messages.practiceId),
        eq(patients.id, messages.patientId),
        eq(patients.email, messages.toAddress),
      ),
    )
    .leftJoin(patientArchivings, openArchiving())
    .where(
      and(
        eq(messageFailures.practiceId, ctx.practiceId),
        eq(messageFailures.kind, "refused"),
        ne(messages.kind, "question"),
        isNull(patientArchivings.id),
        visiblePatients(ctx, "see-patients"),
        not(hasArrivedSince(tx)),
      ),
    )
    .orderBy(messages.patientId, desc(messages.owedAt));
}

function hasArrivedSince(tx: Tx) {
  const later = alias(messages, "later");
  return exists(
    tx
      .select({ one: sql`1` })
      .from(later)
      .innerJoin(
        messageDeliveries,
        and(eq(messageDeliveries.practiceId, later.practiceId), eq(messageDeliveries.messageId, later.id)),
      )
      .where(
        and(
          eq(later.practiceId, messages.practiceId),
          eq(later.patientId, messages.patientId),
          gt(later.owedAt, messages.owedAt),
        ),
      ),
  );
}
