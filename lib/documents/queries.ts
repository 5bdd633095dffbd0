import { and, desc, eq, inArray, lt, type SQL, sql } from "drizzle-orm";
import {
  answers,
  documentFiles,
  documents,
  patients,
  platformAcknowledgements,
  type sealFailures,
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

type AboutOne = Record<"answerId" | "withdrawalId" | "acknowledgementId", string | null>;

/** What a row of one of these tables is about. */
export function subjectOf({ answerId, withdrawalId, acknowledgementId }: AboutOne): SealSubject {
  if (acknowledgementId) return { answerId: null, withdrawalId: null, acknowledgementId };
  return withdrawalId ? { answerId: null, withdrawalId } : { answerId: answerId ?? "", withdrawalId: null };
}

/** Whose it is, and what an entry about it names. */
export async function sealSubjectOf(tx: Tx, ctx: Context, subject: SealSubject) {
  const { withdrawalId, acknowledgementId } = subject;
  if (acknowledgementId) {
    const patientId = await patientOf(tx, ctx, platformAcknowledgements, acknowledgementId);
    return { patientId, about: { acknowledgementId } };
  }
  if (!withdrawalId) {
    const answerId = subject.answerId ?? "";
    return { patientId: await patientOf(tx, ctx, answers, answerId), about: { answerId } };
  }
  const [found] = await tx
    .select({ answerId: withdrawals.answerId, patientId: withdrawals.patientId })
    .from(withdrawals)
    .where(and(eq(withdrawals.practiceId, ctx.practiceId), eq(withdrawals.id, withdrawalId)));
  if (!found) throw new NotFound();
  return { patientId: found.patientId, about: { answerId: found.answerId, withdrawalId } };
}

async function patientOf(
  tx: Tx,
  ctx: Context,
  table: typeof answers | typeof platformAcknowledgements,
  id: string,
): Promise<string> {
  const [found] = await tx
    .select({ patientId: table.patientId })
    .from(table)
    .where(and(eq(table.practiceId, ctx.practiceId), eq(table.id, id)));
  if (!found) throw new NotFound();
  return found.patientId;
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

export function ofSubject(table: typeof documents | typeof sealFailures, subject: SealSubject): SQL {
  const { withdrawalId, acknowledgementId } = subject;
  if (acknowledgementId) return eq(table.acknowledgementId, acknowledgementId);
  return withdrawalId ? eq(table.withdrawalId, withdrawalId) : eq(table.answerId, subject.answerId ?? "");
}

const listed = {
  id: documents.id,
  patientId: documents.patientId,
  legalName: patients.legalName,
  answerId: documents.answerId,
  withdrawalId: documents.withdrawalId,
  disclosureId: answers.disclosureId,
  versionId: answers.versionId,
  /** Of what is different elsewhere, which is no version of a published text. */
  acknowledgement: {
    kind: platformAcknowledgements.kind,
    title: platformAcknowledgements.title,
    language: platformAcknowledgements.language,
    wishId: platformAcknowledgements.requestId,
  },
  happenedAt:
    sql`coalesce(${withdrawals.withdrawnAt}, ${answers.answeredAt}, ${platformAcknowledgements.acknowledgedAt})`.mapWith(
      answers.answeredAt,
    ),
  sealedAt: documents.sealedAt,
  sha256: documents.sha256,
  byteSize: documents.byteSize,
};

/** What a document is called: its own title, or that of the text it answers. */
export function documentTitle(
  { acknowledgement, versionId }: Pick<ListedDocument, "acknowledgement" | "versionId">,
  titles: ReadonlyMap<string, string>,
): string {
  return acknowledgement?.title ?? titles.get(versionId ?? "") ?? "";
}

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
    .leftJoin(
      answers,
      and(
        eq(answers.practiceId, documents.practiceId),
        eq(answers.id, sql`coalesce(${documents.answerId}, ${withdrawals.answerId})`),
      ),
    )
    .leftJoin(
      platformAcknowledgements,
      and(
        eq(platformAcknowledgements.practiceId, documents.practiceId),
        eq(platformAcknowledgements.id, documents.acknowledgementId),
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
