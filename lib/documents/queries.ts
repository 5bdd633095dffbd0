import { and, desc, eq, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { isPutBack } from "@/db/is-put-back";
import { on } from "@/db/on";
import {
  acknowledgements,
  answers,
  documentFiles,
  documents,
  patients,
  signatures,
  withdrawals,
} from "@/db/schema";
import type { Context, PatientContext, StaffContext } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import type { Tx } from "@/lib/in-practice";
import { foldText } from "@/lib/patients/fold-text";
import { visiblePatients } from "@/lib/patients/queries";
import { holdsWord } from "@/lib/patients/search";

export async function hasDocument(tx: Tx, ctx: Context, signatureId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(and(eq(documents.practiceId, ctx.practiceId), eq(documents.signatureId, signatureId)));
  return rows.length > 0;
}

/** Whether all that was asked together with an answer is answered, and no word of the copies was owed since. */
export async function lacksCopyMail(tx: Tx, ctx: Context, signatureId: string): Promise<boolean> {
  const [row] = await tx.execute<{ lacks: boolean }>(sql`
    with sitting as (
      select r.id, r.patient_id, a.answered_at,
             exists (select from request_cancellations c
                      where c.practice_id = r.practice_id and c.request_id = r.id)
             or exists (select from notice_endings e
                         where e.practice_id = r.practice_id and e.request_id = r.id) as is_cancelled
        from requests own
        join answers mine on mine.practice_id = own.practice_id and mine.request_id = own.id and mine.id = ${signatureId}
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

/**
 * In a query that left-joins withdrawals by the id of a signature: the answer that was given or taken back with it.
 * Behind row-level security `coalesce` would keep it from its index.
 */
export const isAnswerSigned = and(
  eq(answers.practiceId, signatures.practiceId),
  sql`${answers.id} in (${signatures.id}, ${withdrawals.answerId})`,
);

const listed = {
  signatureId: signatures.id,
  kind: signatures.kind,
  patientId: signatures.patientId,
  legalName: patients.legalName,
  answerId: answers.id,
  isPutBack: isPutBack(),
  disclosureId: answers.disclosureId,
  versionId: answers.versionId,
  /** Of what is different elsewhere, which is no version of a published text. */
  acknowledgement: {
    kind: acknowledgements.kind,
    title: acknowledgements.title,
    language: acknowledgements.language,
    wishId: acknowledgements.wishId,
  },
  happenedAt: signatures.signedAt,
  document: {
    id: documents.id,
    sealedAt: documents.sealedAt,
    sha256: documents.sha256,
    byteSize: documents.byteSize,
  },
};

/** What was signed, with its document where there is one. */
function signed(tx: Tx, ctx: Context, wanted: (SQL | undefined)[]) {
  return tx
    .select(listed)
    .from(signatures)
    .innerJoin(patients, on(patients, signatures.patientId))
    .leftJoin(documents, on(signatures, documents.signatureId))
    .leftJoin(withdrawals, on(withdrawals, signatures.id))
    .leftJoin(answers, isAnswerSigned)
    .leftJoin(acknowledgements, on(acknowledgements, signatures.id))
    .where(and(eq(signatures.practiceId, ctx.practiceId), ...wanted));
}

/** What a document is called: its own title, or that of the text it answers. */
export function documentTitle(
  { acknowledgement, versionId }: Pick<ListedDocument, "acknowledgement" | "versionId">,
  titles: ReadonlyMap<string, string>,
): string {
  return acknowledgement?.title ?? titles.get(versionId ?? "") ?? "";
}

export type ListedDocument = Awaited<ReturnType<typeof listDocuments>>[number];

/** Documents the caller may open, newest first. */
export async function listDocuments(
  tx: Tx,
  ctx: StaffContext | PatientContext,
  wanted: { patientId?: string; about?: SQL | undefined; skip?: number; most?: number } = {},
) {
  const { patientId, about, skip = 0, most = 200 } = wanted;
  const ofPatient = patientId ? eq(documents.patientId, patientId) : undefined;
  const newestFirst = [desc(documents.sealedAt), desc(documents.id)];
  // What is on the page is found by its index, before anybody asks what each is about.
  const onPage = about
    ? signed(tx, ctx, [isNotNull(documents.id), mayOpen(ctx), ofPatient, about])
        .orderBy(...newestFirst)
        .limit(most)
        .offset(skip)
    : signed(tx, ctx, [
        inArray(
          documents.id,
          sealed(tx, ctx, ofPatient)
            .orderBy(...newestFirst)
            .limit(most)
            .offset(skip),
        ),
      ]).orderBy(...newestFirst);
  const rows = await onPage;
  return rows.flatMap(({ document, ...about }) => (document ? { ...about, ...document } : []));
}

function sealed(tx: Tx, ctx: StaffContext | PatientContext, wanted?: SQL) {
  return tx
    .select({ id: documents.id })
    .from(documents)
    .innerJoin(patients, on(patients, documents.patientId))
    .where(and(eq(documents.practiceId, ctx.practiceId), mayOpen(ctx), wanted));
}

/** How many that are; counted in the database, however many there are. */
export async function countDocuments(tx: Tx, ctx: StaffContext, about?: SQL): Promise<number> {
  const all = about ? signed(tx, ctx, [isNotNull(documents.id), mayOpen(ctx), about]) : sealed(tx, ctx);
  const [row] = await tx.execute<{ documents: number }>(
    sql`select count(*)::int as documents from ${all} as found`,
  );
  return row?.documents ?? 0;
}

/** The patient's name and the title of the document together hold every word of the search; undefined for an empty one. */
export function isAbout(search: string, titles: ReadonlyMap<string, string>): SQL | undefined {
  const words = foldText(search).split(/\s+/).filter(Boolean);
  return and(
    ...words.map((word) => {
      const entitled = [...titles].flatMap(([id, title]) => (foldText(title).includes(word) ? id : []));
      return or(
        holdsWord(patients.legalName, word),
        holdsWord(acknowledgements.title, word),
        inArray(answers.versionId, entitled),
      );
    }),
  );
}

/** What these patients signed whose copy is still being locked, shaped like documents without an id. */
export async function listUnsealed(tx: Tx, ctx: PatientContext) {
  const rows = await signed(tx, ctx, [isNull(documents.id), mayOpen(ctx)]);
  return rows.map(({ document: _, ...about }) => ({ ...about, id: null }));
}

/** What the document with this fingerprint is about, whoever asks. */
export async function findSealed(tx: Tx, ctx: Context, sha256: string) {
  const [found] = await signed(tx, ctx, [eq(documents.sha256, sha256)]);
  return found ?? null;
}

/** A document with its stored bytes, if the caller may open it. */
export async function getDocumentFile(tx: Tx, ctx: StaffContext | PatientContext, documentId: string) {
  const [found] = await tx
    .select({ document: documents, file: documentFiles, calledName: patients.calledName })
    .from(documents)
    .innerJoin(patients, on(patients, documents.patientId))
    .innerJoin(documentFiles, on(documents, documentFiles.documentId))
    .where(and(eq(documents.practiceId, ctx.practiceId), eq(documents.id, documentId), mayOpen(ctx)));
  if (!found) throw new NotFound();
  return found;
}

/** The document of a signature, or none yet. */
export async function findDocumentOf(tx: Tx, ctx: StaffContext | PatientContext, signatureId: string) {
  const [found] = await tx
    .select({ id: documents.id, sealedAt: documents.sealedAt })
    .from(documents)
    .innerJoin(patients, on(patients, documents.patientId))
    .where(
      and(eq(documents.practiceId, ctx.practiceId), eq(documents.signatureId, signatureId), mayOpen(ctx)),
    );
  return found ?? null;
}

function mayOpen(ctx: StaffContext | PatientContext) {
  if (ctx.kind === "staff") return visiblePatients(ctx, "open-documents");
  return ctx.patientIds.length > 0 ? inArray(patients.id, ctx.patientIds) : sql`false`;
}
