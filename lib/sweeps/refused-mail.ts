import { and, eq, inArray, isNotNull, isNull, ne, or } from "drizzle-orm";
import { messageDeliveries, messageFailures, messages, patientArchivings, patients } from "@/db/schema";
import type { StaffContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { newestMails, toWhomSomeFailed } from "@/lib/messages/newest-mails";
import { openArchiving, visiblePatients } from "@/lib/patients/queries";
import { toPresentMailbox } from "@/lib/patients/refused-mailboxes";

/** Patients whose mailbox refused something other than a question, and whom nothing has reached there since. */
export async function listRefusedMail(tx: Tx, ctx: StaffContext) {
  const isRefused = and(
    eq(messageFailures.kind, "refused"),
    ne(messages.kind, "question"),
    toPresentMailbox(tx),
  );
  const ended = or(isNotNull(messageDeliveries.id), isRefused);
  const newest = await newestMails(tx, ctx, "patientId", and(ended, toWhomSomeFailed(tx, ctx)));
  const mails = new Map(
    newest.flatMap(({ patientId, toAddress, owedAt, deliveredAt }) => {
      return patientId && !deliveredAt ? [[patientId, { toAddress, owedAt }] as const] : [];
    }),
  );
  if (mails.size === 0) return [];
  const refused = await tx
    .select({ patientId: patients.id, legalName: patients.legalName, phone: patients.phone })
    .from(patients)
    .leftJoin(patientArchivings, openArchiving())
    .where(
      and(
        inArray(patients.id, [...mails.keys()]),
        isNull(patientArchivings.id),
        visiblePatients(ctx, "see-patients"),
      ),
    )
    .orderBy(patients.id);
  return refused.flatMap((patient) => {
    const mail = mails.get(patient.patientId);
    return mail ? [{ ...patient, ...mail }] : [];
  });
}
