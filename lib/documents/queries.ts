import { and, count, desc, eq, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import {
  answers,
  documentFiles,
  documents,
  patients,
  sealFailures,
  sealRetries,
  withdrawals,
} from "@/db/schema";
import type { Context, PatientContext, StaffContext } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import type { Tx } from "@/lib/in-practice";
import { visiblePatients } from "@/lib/patients/queries";
import type { SealSubject } from "./build-record";

export async function hasDocument(tx: Tx, ctx: Context, subject: SealSubject): Promise<boolean> {
  const rows = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(and(eq(documents.practiceId, ctx.practiceId), ofSubject(documents, subject)));
  return rows.length > 0;
}

export async function countSealFailures(tx: Tx, ctx: Context, subject: SealSubject): Promise<number> {
  const [row] = await tx
    .select({ tries: count() })
    .from(sealFailures)
    .where(and(eq(sealFailures.practiceId, ctx.practiceId), ofSubject(sealFailures, subject)));
  return row?.tries ?? 0;
}

/** The answer, and patient, that a document to be made is about. */
export async function sealSubjectOf(tx: Tx, ctx: Context, subject: SealSubject) {
  const [found] = subject.withdrawalId
    ? await tx
        .select({ answerId: withdrawals.answerId, patientId: withdrawals.patientId })
        .from(withdrawals)
        .where(and(eq(withdrawals.practiceId, ctx.practiceId), eq(withdrawals.id, subject.withdrawalId)))
    : await tx
        .select({ answerId: answers.id, patientId: answers.patientId })
        .from(answers)
        .where(and(eq(answers.practiceId, ctx.practiceId), eq(answers.id, subject.answerId ?? "")));
  if (!found) throw new NotFound();
  return found;
}

/** Whether all that was asked together with this answer is answered, and no word of the copies was owed since. */
export async function lacksWordOfCopies(tx: Tx, ctx: Context, answerId: string): Promise<boolean> {
  const [row] = await tx.execute<{ lacks: boolean }>(sql`
    with sitting as (
      select r.id, r.patient_id, a.answered_at,
             exists (select from request_cancellations c
                      where c.practice_id = r.practice_id and c.request_id = r.id)
             or exists (select from notice_endings e
                         where e.practice_id = r.practice_id and e.request_id = r.id) as is_cancelled
        from requests own
        join answers mine on mine.practice_id = own.practice_id and mine.request_id = own.id and mine.id = ${answerId}
        join requests r on r.practice_id = own.practice_id and r.sitting_id = own.sitting_id
        left join answers a on a.practice_id = r.practice_id and a.request_id = r.id
       where own.practice_id = ${ctx.practiceId}
    )
    select not exists (select from sitting where answered_at is null and not is_cancelled)
       and not exists (
         select from messages m
          where m.practice_id = ${ctx.practiceId} and m.kind = 'copy-ready'
            and m.patient_id = (select patient_id from sitting limit 1)
            and m.owed_at >= (select max(answered_at) from sitting)) as lacks`);
  return row?.lacks ?? true;
}

function ofSubject(table: typeof documents | typeof sealFailures, subject: SealSubject): SQL {
  return subject.withdrawalId
    ? eq(table.withdrawalId, subject.withdrawalId)
    : eq(table.answerId, subject.answerId ?? "");
}

const listed = {
  id: documents.id,
  patientId: documents.patientId,
  legalName: patients.legalName,
  answerId: documents.answerId,
  withdrawalId: documents.withdrawalId,
  disclosureId: answers.disclosureId,
  versionId: answers.versionId,
  language: answers.language,
  happenedAt: sql`coalesce(${withdrawals.withdrawnAt}, ${answers.answeredAt})`.mapWith(answers.answeredAt),
  sealedAt: documents.sealedAt,
  sha256: documents.sha256,
  byteSize: documents.byteSize,
};

export type ListedDocument = Awaited<ReturnType<typeof listDocuments>>[number];

/** Documents the caller may open, newest first; `before` continues a list. */
export async function listDocuments(
  tx: Tx,
  ctx: StaffContext | PatientContext,
  wanted: { patientId?: string; before?: Date; most?: number } = {},
) {
  return tx
    .select(listed)
    .from(documents)
    .innerJoin(
      patients,
      and(eq(patients.practiceId, documents.practiceId), eq(patients.id, documents.patientId)),
    )
    .leftJoin(
      withdrawals,
      and(eq(withdrawals.practiceId, documents.practiceId), eq(withdrawals.id, documents.withdrawalId)),
    )
    .innerJoin(
      answers,
      and(
        eq(answers.practiceId, documents.practiceId),
        eq(answers.id, sql`coalesce(${documents.answerId}, ${withdrawals.answerId})`),
      ),
    )
    .where(
      and(
        eq(documents.practiceId, ctx.practiceId),
        mayOpen(ctx),
        wanted.patientId ? eq(documents.patientId, wanted.patientId) : undefined,
        wanted.before ? lt(documents.sealedAt, wanted.before) : undefined,
      ),
    )
    .orderBy(desc(documents.sealedAt), desc(documents.id))
    .limit(wanted.most ?? 200);
}

/** Answers and withdrawals of these patients whose copy is still being locked, shaped like documents without an id. */
export async function listUnsealed(tx: Tx, ctx: PatientContext) {
  const { practiceId, patientIds } = ctx;
  if (patientIds.length === 0) return [];
  const { patientId, disclosureId, versionId } = answers;
  const about = { patientId, disclosureId, versionId };
  const answered = await tx
    .select({ ...about, answerId: answers.id, happenedAt: answers.answeredAt })
    .from(answers)
    .leftJoin(documents, and(eq(documents.practiceId, practiceId), eq(documents.answerId, answers.id)))
    .where(and(eq(answers.practiceId, practiceId), inArray(patientId, patientIds), isNull(documents.id)));
  const takenBack = await tx
    .select({ ...about, happenedAt: withdrawals.withdrawnAt })
    .from(withdrawals)
    .innerJoin(answers, and(eq(answers.practiceId, practiceId), eq(answers.id, withdrawals.answerId)))
    .leftJoin(
      documents,
      and(eq(documents.practiceId, practiceId), eq(documents.withdrawalId, withdrawals.id)),
    )
    .where(and(eq(withdrawals.practiceId, practiceId), inArray(patientId, patientIds), isNull(documents.id)));
  return [...answered, ...takenBack.map((one) => ({ ...one, answerId: null }))].map((one) => ({
    ...one,
    id: null,
  }));
}

/** A document with its stored bytes, if the caller may open it. */
export async function getDocumentFile(tx: Tx, ctx: StaffContext | PatientContext, documentId: string) {
  const [found] = await tx
    .select({ document: documents, file: documentFiles, calledName: patients.calledName })
    .from(documents)
    .innerJoin(
      patients,
      and(eq(patients.practiceId, documents.practiceId), eq(patients.id, documents.patientId)),
    )
    .innerJoin(
      documentFiles,
      and(eq(documentFiles.practiceId, documents.practiceId), eq(documentFiles.documentId, documents.id)),
    )
    .where(and(eq(documents.practiceId, ctx.practiceId), eq(documents.id, documentId), mayOpen(ctx)));
  if (!found) throw new NotFound();
  return found;
}

/** The document of an answer, or none yet. */
export async function findDocumentOf(tx: Tx, ctx: StaffContext | PatientContext, subject: SealSubject) {
  const [found] = await tx
    .select({ id: documents.id, sealedAt: documents.sealedAt })
    .from(documents)
    .innerJoin(
      patients,
      and(eq(patients.practiceId, documents.practiceId), eq(patients.id, documents.patientId)),
    )
    .where(and(eq(documents.practiceId, ctx.practiceId), ofSubject(documents, subject), mayOpen(ctx)));
  return found ?? null;
}

function mayOpen(ctx: StaffContext | PatientContext) {
  if (ctx.kind === "staff") return visiblePatients(ctx, "open-documents");
  return ctx.patientIds.length > 0 ? inArray(patients.id, ctx.patientIds) : sql`false`;
}

/** What could not be sealed so far: the newest failure of each, with its cause and next try. */
export async function listFailingSeals(tx: Tx, ctx: StaffContext) {
  return tx
    .selectDistinctOn([sql`coalesce(${sealFailures.withdrawalId}, ${sealFailures.answerId})`], {
      id: sealFailures.id,
      patientId: patients.id,
      legalName: patients.legalName,
      cause: sealFailures.cause,
      failedAt: sealFailures.failedAt,
      nextTryAt: sealFailures.nextTryAt,
      retryAskedAt: sealRetries.askedAt,
    })
    .from(sealFailures)
    .leftJoin(
      withdrawals,
      and(eq(withdrawals.practiceId, sealFailures.practiceId), eq(withdrawals.id, sealFailures.withdrawalId)),
    )
    .innerJoin(
      answers,
      and(
        eq(answers.practiceId, sealFailures.practiceId),
        eq(answers.id, sql`coalesce(${sealFailures.answerId}, ${withdrawals.answerId})`),
      ),
    )
    .innerJoin(patients, and(eq(patients.practiceId, answers.practiceId), eq(patients.id, answers.patientId)))
    .leftJoin(
      sealRetries,
      and(eq(sealRetries.practiceId, sealFailures.practiceId), eq(sealRetries.failureId, sealFailures.id)),
    )
    .leftJoin(
      documents,
      and(
        eq(documents.practiceId, sealFailures.practiceId),
        or(
          eq(documents.answerId, sealFailures.answerId),
          eq(documents.withdrawalId, sealFailures.withdrawalId),
        ),
      ),
    )
    .where(
      and(
        eq(sealFailures.practiceId, ctx.practiceId),
        sql`${documents.id} is null`,
        visiblePatients(ctx, "retry-sealing"),
      ),
    )
    .orderBy(
      sql`coalesce(${sealFailures.withdrawalId}, ${sealFailures.answerId})`,
      desc(sealFailures.failedAt),
    );
}
