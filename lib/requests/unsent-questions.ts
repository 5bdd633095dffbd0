import { and, eq, inArray } from "drizzle-orm";
import { messages, type Patient } from "@/db/schema";
import { listRequestFacts } from "@/lib/consents/request-facts";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { newestMails } from "@/lib/messages/newest-mails";
import { isToBeSent } from "./sending-rules";

type Addressed = Pick<Patient, "id" | "email">;

/** What waits for this patient, each with the newest mail about it to the address in force. */
export async function listToBeSent(tx: Tx, ctx: Context, { id, email }: Addressed) {
  const waiting = (await listRequestFacts(tx, ctx, [id])).filter(isToBeSent);
  const sittings = [...new Set(waiting.map(({ sittingId }) => sittingId))];
  if (sittings.length === 0 || email === null)
    return waiting.map((request) => ({ request, mail: undefined }));
  const toThem = and(inArray(messages.sittingId, sittings), eq(messages.toAddress, email));
  const mails = await newestMails(tx, ctx, "sittingId", toThem);
  const bySitting = new Map(mails.map((mail) => [mail.sittingId, mail]));
  return waiting.map((request) => ({ request, mail: bySitting.get(request.sittingId) }));
}

/** How many questions wait about which no mail went to the address in force. */
export async function countUnsent(tx: Tx, ctx: Context, patient: Addressed): Promise<number> {
  if (patient.email === null) return 0;
  return (await listToBeSent(tx, ctx, patient)).filter(({ mail }) => !mail).length;
}
