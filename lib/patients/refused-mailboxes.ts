import { and, eq, exists, sql } from "drizzle-orm";
import { on } from "@/db/on";
import { messages, patients } from "@/db/schema";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { newestMails, toWhomSomeFailed } from "@/lib/messages/newest-mails";

/** Patients whose present mailbox refused the newest message to it: no other will arrive there either. */
export async function listRefusedMailboxes(tx: Tx, ctx: Context): Promise<ReadonlySet<string>> {
  const newest = await newestMails(
    tx,
    ctx,
    "patientId",
    and(toPresentMailbox(tx), toWhomSomeFailed(tx, ctx)),
  );
  const refused = newest.filter(({ deliveredAt, failure }) => !deliveredAt && failure === "refused");
  return new Set(refused.flatMap(({ patientId }) => patientId ?? []));
}

/** To the mailbox that stands for the patient now. */
export function toPresentMailbox(tx: Tx) {
  return exists(
    tx
      .select({ one: sql`1` })
      .from(patients)
      .where(and(on(patients, messages.patientId), eq(patients.email, messages.toAddress))),
  );
}
