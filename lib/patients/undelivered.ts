import { and, desc, eq, exists, gt, inArray, isNull, not, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import {
  answers,
  type Message,
  messageDeliveries,
  messageFailures,
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
import { openArchiving, visiblePatients } from "./queries";

const aboutQuestions: Message["kind"][] = ["question", "reminder"];

/**
 * Patients who do not know that something was asked: the mailbox refused the newest message about it, or has
 * not taken it for an hour, and the question is still open.
 */
export async function listUndelivered(tx: Tx, ctx: StaffContext, now: Date) {
  const rows = await tx
    .selectDistinctOn([messages.patientId], {
      patientId: patients.id,
      calledName: patients.calledName,
      legalName: patients.legalName,
      phone: patients.phone,
      email: patients.email,
      toAddress: messages.toAddress,
      owedAt: messages.owedAt,
      notBefore: messages.notBefore,
      kind: messageFailures.kind,
      failedAt: messageFailures.failedAt,
      nextTryAt: messageFailures.nextTryAt,
    })
    .from(messageFailures)
    .innerJoin(
      messages,
      and(eq(messages.practiceId, messageFailures.practiceId), eq(messages.id, messageFailures.messageId)),
    )
    .innerJoin(
      patients,
      and(eq(patients.practiceId, messages.practiceId), eq(patients.id, messages.patientId)),
    )
    .leftJoin(patientArchivings, openArchiving())
    .leftJoin(
      messageDeliveries,
      and(
        eq(messageDeliveries.practiceId, messages.practiceId),
        eq(messageDeliveries.messageId, messages.id),
      ),
    )
    .where(
      and(
        eq(messageFailures.practiceId, ctx.practiceId),
        inArray(messages.kind, aboutQuestions),
        isNull(messageDeliveries.id),
        isNull(patientArchivings.id),
        visiblePatients(ctx, "see-patients"),
        hasOpenRequest(tx),
        not(hasNewerQuestion(tx)),
      ),
    )
    .orderBy(messages.patientId, desc(messageFailures.failedAt));
  const patience = now.getTime() - 60 * 60_000;
  return rows.filter(
    ({ kind, owedAt, notBefore }) => kind === "refused" || (notBefore ?? owedAt).getTime() < patience,
  );
}

function hasOpenRequest(tx: Tx) {
  const open = tx
    .select({ one: sql`1` })
    .from(requests)
    .leftJoin(answers, and(eq(answers.practiceId, requests.practiceId), eq(answers.requestId, requests.id)))
    .leftJoin(
      requestCancellations,
      and(
        eq(requestCancellations.practiceId, requests.practiceId),
        eq(requestCancellations.requestId, requests.id),
      ),
    )
    .leftJoin(
      requestDeclines,
      and(eq(requestDeclines.practiceId, requests.practiceId), eq(requestDeclines.requestId, requests.id)),
    )
    .leftJoin(
      noticeEndings,
      and(eq(noticeEndings.practiceId, requests.practiceId), eq(noticeEndings.requestId, requests.id)),
    )
    .where(
      and(
        eq(requests.practiceId, patients.practiceId),
        eq(requests.patientId, patients.id),
        isNull(answers.id),
        isNull(requestCancellations.id),
        isNull(requestDeclines.id),
        isNull(noticeEndings.id),
      ),
    );
  return exists(open);
}

function hasNewerQuestion(tx: Tx) {
  const newer = alias(messages, "newer");
  return exists(
    tx
      .select({ one: sql`1` })
      .from(newer)
      .where(
        and(
          eq(newer.practiceId, messages.practiceId),
          eq(newer.patientId, messages.patientId),
          inArray(newer.kind, aboutQuestions),
          gt(newer.owedAt, messages.owedAt),
        ),
      ),
  );
}
