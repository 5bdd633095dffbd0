import { and, asc, eq, gt, lte } from "drizzle-orm";
import { type Practice, versions, versionTexts } from "@/db/schema";
import type { PatientContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { getDisclosure, getShownVersion, type ShownVersion } from "@/lib/disclosures/queries";
import { currentVersion } from "@/lib/disclosures/rules";
import type { Capacity } from "@/lib/documents/signed-record";
import { NotFound } from "@/lib/errors";
import type { Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { getPatient, type ShownPatient } from "@/lib/patients/queries";
import { getPractice } from "@/lib/practices/queries";
import { listRequestFacts, type PlacedRequest } from "./queries";
import { type AnswerRefusal, latestAnswer, signingCapacity, whyNotAnswerable } from "./rules";

export type Question = {
  request: PlacedRequest;
  patient: ShownPatient;
  practice: Practice;
  /** As whom this mailbox answers for the patient; null when it may not. */
  capacity: Capacity | null;
  text: ShownVersion;
  refusal: AnswerRefusal | null;
  /** What changed since the text this patient answered last or, before any answer, had on the screen; newest last. */
  changes: { number: number; summary: string }[];
  answeredBefore: boolean;
  /** "2 of 4": where this question stands among those asked together, and what comes next. */
  sitting: { position: number; total: number; nextRequestId: string | null };
};

/** One question as the patient meets it: always the text in force, in the language they read. */
export async function getQuestion(
  tx: Tx,
  ctx: PatientContext,
  requestId: string,
  language: Language,
  now: Date,
  shownBefore: string | null = null,
): Promise<Question> {
  const facts = await listRequestFacts(tx, ctx, ctx.patientIds);
  const request = facts.find(({ id }) => id === requestId);
  if (!request) throw new NotFound();
  const disclosure = await getDisclosure(tx, ctx, request.disclosureId);
  const version = currentVersion(disclosure.versions, now);
  if (!version) throw new NotFound();

  const { patientId, disclosureId, cancelledAt } = request;
  const patient = await getPatient(tx, ctx, patientId);
  const practice = await getPractice(tx, ctx);
  const capacity = signingCapacity(patient, today(now, practice.timeZone));
  const own = facts.filter((fact) => fact.patientId === patientId && fact.disclosureId === disclosureId);
  const answered = latestAnswer(own.filter(({ id }) => id !== requestId))?.versionId;
  const since = answered ?? shownBefore;
  const sitting = facts.filter((fact) => fact.sittingId === request.sittingId && !fact.cancelledAt);
  const next = sitting.find((fact) => fact.id !== requestId && !fact.answer && !fact.talkFirstSince);
  return {
    request,
    patient,
    practice,
    capacity,
    text: await getShownVersion(tx, ctx, request.answer?.versionId ?? version.id, language),
    refusal: whyNotAnswerable({ cancelledAt, answered: request.answer !== null, capacity }),
    answeredBefore: answered !== undefined,
    changes: since ? await listChanges(tx, ctx, disclosure, since, version.number, language) : [],
    sitting: {
      position: sitting.findIndex(({ id }) => id === requestId) + 1,
      total: sitting.length,
      nextRequestId: next?.id ?? null,
    },
  };
}

async function listChanges(
  tx: Tx,
  ctx: PatientContext,
  disclosure: { id: string; versions: { id: string; number: number }[] },
  sinceId: string,
  until: number,
  language: Language,
) {
  const since = disclosure.versions.find(({ id }) => id === sinceId)?.number ?? until;
  const rows = await tx
    .select({ number: versions.number, summary: versionTexts.changeSummary })
    .from(versions)
    .innerJoin(
      versionTexts,
      and(eq(versionTexts.practiceId, versions.practiceId), eq(versionTexts.versionId, versions.id)),
    )
    .where(
      and(
        eq(versions.practiceId, ctx.practiceId),
        eq(versions.disclosureId, disclosure.id),
        eq(versionTexts.language, language),
        gt(versions.number, since),
        lte(versions.number, until),
      ),
    )
    .orderBy(asc(versions.number));
  return rows.flatMap(({ number, summary }) => (summary ? [{ number, summary }] : []));
}
