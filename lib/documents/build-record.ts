import { and, asc, eq } from "drizzle-orm";
import {
  type Answer,
  answerItems,
  answers,
  disclosures,
  type Patient,
  patients,
  type Withdrawal,
  withdrawalItems,
  withdrawals,
} from "@/db/schema";
import { type Evidence, findEvidence } from "@/lib/answers/evidence";
import { meaningOf } from "@/lib/answers/meaning";
import type { SystemContext } from "@/lib/context";
import { getShownVersion } from "@/lib/disclosures/queries";
import { env } from "@/lib/env";
import { NotFound } from "@/lib/errors";
import type { Tx } from "@/lib/in-practice";
import type { Mark } from "@/lib/paper/mark";
import { markSha256 } from "@/lib/paper/mark";
import { getPractice } from "@/lib/practices/queries";
import type { SignedRecord, TakenBack } from "@/verifier/record";
import { buildTradeOffRecord } from "./build-trade-off-record";
import { trailPosition } from "./trail-position";

export type SealSubject =
  | { answerId: string; withdrawalId: null; acknowledgementId?: null }
  | { answerId: null; withdrawalId: string; acknowledgementId?: null }
  | { answerId: null; withdrawalId: null; acknowledgementId: string };
type Built = { record: SignedRecord; mark: Mark | null; patient: Patient };

/** Gathers from the facts everything the document of an answer, withdrawal or acknowledgement says. */
export async function buildRecord(
  tx: Tx,
  ctx: SystemContext,
  subject: SealSubject,
  documentId: string,
): Promise<Built> {
  const { acknowledgementId } = subject;
  if (acknowledgementId) return buildTradeOffRecord(tx, ctx, acknowledgementId, documentId);
  const withdrawal = subject.withdrawalId ? await getWithdrawal(tx, ctx, subject.withdrawalId) : null;
  const answerId = withdrawal?.answerId ?? subject.answerId ?? "";
  const { answer, patient, kind } = await getAnswer(tx, ctx, answerId);
  const practice = await getPractice(tx, ctx);
  const version = await getShownVersion(tx, ctx, answer.versionId, answer.language);
  if (version.foundSha256 !== answer.textSha256)
    throw new Error(`Version ${version.id} is not the text that answer ${answer.id} was given to`);
  const given = await listAnswerItems(tx, ctx, answerId);
  const evidence = await findEvidence(
    tx,
    ctx,
    withdrawal ? { withdrawalId: withdrawal.record.id } : { answerId },
  );
  if (!evidence) throw new NotFound();

  const { name, timeZone, phone } = evidence.named?.practice ?? practice;
  const { title, inShort, body } = version;
  const meaning = withdrawal ? "withdraws" : meaningOf(kind, [...given.values()]);
  const mark = evidence.mark;
  const record: SignedRecord = {
    schema: "candor/record/1",
    documentId,
    meaning,
    language: answer.language,
    practice: { id: practice.id, name, slug: practice.slug, timeZone, phone },
    patient: { id: patient.id, legalName: evidence.named?.legalName ?? patient.legalName },
    signer: signerOf(evidence, answer),
    disclosure: {
      id: answer.disclosureId,
      kind,
      versionId: version.id,
      versionNumber: version.number,
      effectiveFrom: version.effectiveFrom.toISOString(),
      title,
      inShort,
      body,
      textSha256: answer.textSha256,
    },
    items: version.items.map(({ id, position, required, label, whatFor, whoSees, where, until, copy }) => {
      const shown = { id, position, required, label, whatFor, whoSees, where, until, copy };
      return { ...shown, answer: given.get(id) ?? null };
    }),
    answer: {
      id: answer.id,
      requestId: answer.requestId,
      answeredAt: answer.answeredAt.toISOString(),
      intent: evidence.intent,
      ...(answer.expiresAt && { expiresAt: answer.expiresAt.toISOString() }),
    },
    withdrawal: withdrawal?.record ?? null,
    ...(evidence.notedBy && { notedBy: evidence.notedBy }),
    evidence: {
      route: withdrawal?.route ?? answer.route,
      authentication: evidence.authentication,
      authenticatedAt: evidence.authenticatedAt,
      mark: evidence.notedBy ? "spoken" : withdrawal ? "pressed" : mark ? "drawn" : "typed",
      markSha256: mark && markSha256(mark),
      commitment: evidence.commitment,
    },
    trail: await trailPosition(tx, ctx, patient.id, asTold(subject)),
    appUrl: env().appUrl,
  };
  return { record, mark, patient };
}

function signerOf({ printedName }: Evidence, { capacity }: Answer): SignedRecord["signer"] {
  return printedName === null ? { printedName, capacity: null } : { printedName, capacity };
}

async function getAnswer(tx: Tx, ctx: SystemContext, answerId: string) {
  const [found] = await tx
    .select({ answer: answers, patient: patients, kind: disclosures.kind })
    .from(answers)
    .innerJoin(patients, and(eq(patients.practiceId, answers.practiceId), eq(patients.id, answers.patientId)))
    .innerJoin(
      disclosures,
      and(eq(disclosures.practiceId, answers.practiceId), eq(disclosures.id, answers.disclosureId)),
    )
    .where(and(eq(answers.practiceId, ctx.practiceId), eq(answers.id, answerId)));
  if (!found) throw new NotFound();
  return found;
}

async function listAnswerItems(tx: Tx, ctx: SystemContext, answerId: string) {
  const rows = await tx
    .select({ itemId: answerItems.itemId, answer: answerItems.answer })
    .from(answerItems)
    .where(and(eq(answerItems.practiceId, ctx.practiceId), eq(answerItems.answerId, answerId)));
  return new Map(rows.map((row) => [row.itemId, row.answer]));
}

/** A withdrawal as the record tells it: what it took back, and what those of the same answer before it had. */
async function getWithdrawal(tx: Tx, ctx: SystemContext, withdrawalId: string) {
  const { practiceId } = ctx;
  const [found] = await tx
    .select()
    .from(withdrawals)
    .where(and(eq(withdrawals.practiceId, practiceId), eq(withdrawals.id, withdrawalId)));
  if (!found) throw new NotFound();
  const { answerId, route } = found;
  const inTurn = await tx
    .select()
    .from(withdrawals)
    .where(and(eq(withdrawals.practiceId, practiceId), eq(withdrawals.answerId, answerId)))
    .orderBy(asc(withdrawals.withdrawnAt), asc(withdrawals.id));
  const uses = await tx
    .select()
    .from(withdrawalItems)
    .where(and(eq(withdrawalItems.practiceId, practiceId), eq(withdrawalItems.answerId, answerId)))
    .orderBy(asc(withdrawalItems.id));
  const told = ({ id, withdrawnAt }: Withdrawal): TakenBack => ({
    id,
    withdrawnAt: withdrawnAt.toISOString(),
    itemIds: uses.filter((use) => use.withdrawalId === id).map(({ itemId }) => itemId),
  });
  const place = inTurn.findIndex(({ id }) => id === withdrawalId);
  return { answerId, route, record: { ...told(found), earlier: inTurn.slice(0, place).map(told) } };
}

function asTold({ answerId, withdrawalId }: SealSubject) {
  return withdrawalId
    ? { names: "consent.%", member: "withdrawalId", id: withdrawalId }
    : { names: "consent.%", member: "answerId", id: answerId ?? "" };
}
