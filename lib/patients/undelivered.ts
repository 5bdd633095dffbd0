import { and, eq, exists, inArray, isNull, sql } from "drizzle-orm";
import { on } from "@/db/on";
import {
  answers,
  type Message,
  messages,
  noticeEndings,
  patientArchivings,
  patients,
  requestCancellations,
  requestDeclines,
  requests,
} from "@/db/schema";
import type { StaffContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { newestMails, toWhomSomeFailed } from "@/lib/messages/newest-mails";
import { openArchiving, visiblePatients } from "./queries";

const aboutQuestions: Message["kind"][] = ["question", "reminder"];
const patience = 60 * 60_000;

/**
 * Patients who do not know that something was asked, while it is still open: the mailbox in force refused the newest
 * message about it or has not taken it for an hour, or none went there since an earlier mailbox did.
 */
export async function listUndelivered(tx: Tx, ctx: StaffContext, now: Date, patientId?: string) {
  const about = and(
    inArray(messages.kind, aboutQuestions),
    patientId ? eq(messages.patientId, patientId) : toWhomSomeFailed(tx, ctx),
  );
  const newest = await newestMails(tx, ctx, "patientId", about);
  const unread = newest.flatMap(({ patientId, deliveredAt, failure, ...mail }) => {
    return patientId && failure && !deliveredAt ? [[patientId, { ...mail, failure }] as const] : [];
  });
  if (unread.length === 0) return [];
  const mails = new Map(unread);
  const unaware = await tx
    .select({
      patientId: patients.id,
      calledName: patients.calledName,
      legalName: patients.legalName,
      phone: patients.phone,
      email: patients.email,
    })
    .from(patients)
    .leftJoin(patientArchivings, openArchiving())
    .where(
      and(
        inArray(patients.id, [...mails.keys()]),
        isNull(patientArchivings.id),
        visiblePatients(ctx, "see-patients"),
        hasOpenRequest(tx),
      ),
    )
    .orderBy(patients.id);
  return unaware.flatMap(({ email, ...patient }) => {
    const mail = mails.get(patient.patientId);
    if (!mail || email === null) return [];
    const { owedAt, notBefore, failure } = mail;
    const kind = mail.toAddress === email ? failure : ("not-sent" as const);
    const isLate = (notBefore ?? owedAt).getTime() < now.getTime() - patience;
    return kind !== "unreachable" || isLate ? [{ ...patient, toAddress: email, owedAt, kind }] : [];
  });
}

function hasOpenRequest(tx: Tx) {
  const open = tx
    .select({ one: sql`1` })
    .from(requests)
    .leftJoin(answers, on(requests, answers.requestId))
    .leftJoin(requestCancellations, on(requests, requestCancellations.requestId))
    .leftJoin(requestDeclines, on(requests, requestDeclines.requestId))
    .leftJoin(noticeEndings, on(requests, noticeEndings.requestId))
    .where(
      and(
        on(patients, requests.patientId),
        isNull(answers.id),
        isNull(requestCancellations.id),
        isNull(requestDeclines.id),
        isNull(noticeEndings.id),
      ),
    );
  return exists(open);
}
