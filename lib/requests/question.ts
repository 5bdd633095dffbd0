import { and, asc, eq, gt, lte } from "drizzle-orm";
import { on } from "@/db/on";
import { type Practice, versions, versionTexts } from "@/db/schema";
import { type AnswerRefusal, whyNotAnswerable } from "@/lib/answers/rules";
import { type ConsentState, consentState, isLapsed } from "@/lib/consents/consent-state";
import { listRequestFacts, type PlacedRequest } from "@/lib/consents/request-facts";
import type { PatientContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { getShownVersion, listDisclosures, preferring, type ShownVersion } from "@/lib/disclosures/queries";
import { questionVersion } from "@/lib/disclosures/rules";
import { type RecordsState, recordsStates } from "@/lib/electronic-records/records-state";
import { NotFound } from "@/lib/errors";
import type { Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { getPatient, type ShownPatient } from "@/lib/patients/queries";
import { signingCapacity } from "@/lib/patients/rules";
import { getPractice } from "@/lib/practices/queries";
import type { Capacity } from "@/verifier/record";
import { type Sitting, sittingOf } from "./sitting";

/** What the patient said the last time, by the key of each use, and whether it still counts. */
export type EarlierAnswer = {
  versionId: string;
  answeredAt: Date;
  standing: "counts" | "counts-until" | "rests" | "ended" | "taken-back";
  /** When it ends or ended; while nothing ends it, when it was given. */
  until: Date;
  said: Record<string, "yes" | "no" | "taken-back">;
};

export type Question = {
  request: PlacedRequest;
  patient: ShownPatient;
  practice: Practice;
  /** As whom this mailbox answers for the patient; null when it may not. */
  capacity: Capacity | null;
  text: ShownVersion;
  refusal: AnswerRefusal | null;
  /** What changed since the text this patient answered last or, before any answer, had on the screen; newest last. */
  changes: { number: number; summary: string; language: Language }[];
  earlier: EarlierAnswer | null;
  /** Whether it can be answered on a screen, where the law wants it in writing. */
  records: RecordsState;
  sitting: Sitting;
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
  const disclosures = await listDisclosures(tx, ctx);
  const disclosure = disclosures.find(({ id }) => id === request.disclosureId);
  if (!disclosure) throw new NotFound();
  const version = questionVersion(disclosure.versions, request, now);
  if (!version) throw new NotFound();

  const { patientId, disclosureId } = request;
  const patient = await getPatient(tx, ctx, patientId);
  const practice = await getPractice(tx, ctx);
  const capacity = signingCapacity(patient, today(now, practice.timeZone));
  const own = facts.filter((fact) => fact.patientId === patientId && fact.disclosureId === disclosureId);
  const state = consentState(
    { versions: disclosure.versions, requests: own.filter(({ id }) => id !== requestId) },
    now,
  );
  const since = state.answer?.versionId ?? shownBefore;
  const standingOf = await recordsStates(
    tx,
    ctx,
    { patientIds: [patientId], disclosures, requests: facts },
    now,
  );
  const records = standingOf(patientId);
  const kindOf = (one: PlacedRequest) => disclosures.find(({ id }) => id === one.disclosureId)?.kind ?? null;
  return {
    request,
    patient,
    practice,
    capacity,
    text: await getShownVersion(tx, ctx, request.answer?.versionId ?? version.id, language),
    refusal: whyNotAnswerable({ ...request, capacity }),
    earlier: earlierAnswer(state),
    changes: since ? await listChanges(tx, ctx, disclosure, since, version.number, language) : [],
    records,
    sitting: sittingOf(facts, request, kindOf, records.route),
  };
}

/** An earlier answer that holds while the question is open. */
export function whatCounts(earlier: EarlierAnswer | null) {
  if (!earlier) return null;
  const { standing, answeredAt, until } = earlier;
  return standing === "counts" || standing === "counts-until" ? { standing, answeredAt, until } : null;
}

export function earlierAnswer(state: ConsentState): EarlierAnswer | null {
  const { answer, word, since, countsUntil, restsBecause } = state;
  if (!answer) return null;
  const hasEnded = isLapsed(state);
  const counting = restsBecause ? "rests" : countsUntil ? "counts-until" : "counts";
  const standing = word === "withdrawn" ? "taken-back" : hasEnded ? "ended" : counting;
  const said = answer.items.map(({ key, answer: yesOrNo, withdrawnAt }) => {
    return [key, withdrawnAt ? "taken-back" : yesOrNo] as const;
  });
  const { answeredAt, versionId } = answer;
  return {
    versionId,
    answeredAt,
    standing,
    until: (hasEnded ? since : countsUntil) ?? answeredAt,
    said: Object.fromEntries(said),
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
    .selectDistinctOn([versions.number], {
      number: versions.number,
      summary: versionTexts.changeSummary,
      language: versionTexts.language,
    })
    .from(versions)
    .innerJoin(versionTexts, on(versions, versionTexts.versionId))
    .where(
      and(
        eq(versions.practiceId, ctx.practiceId),
        eq(versions.disclosureId, disclosure.id),
        gt(versions.number, since),
        lte(versions.number, until),
      ),
    )
    .orderBy(asc(versions.number), ...preferring(versionTexts.language, language));
  return rows.flatMap(({ summary, ...row }) => (summary ? [{ ...row, summary }] : []));
}
