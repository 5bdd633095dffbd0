import { listAgreements } from "@/lib/agreements/queries";
import { whyNotAnswerAnew } from "@/lib/answers/rules";
import type { AnswerFacts } from "@/lib/consents/consent-state";
import { listPatientConsents, type PatientConsent } from "@/lib/consents/consents-of-patients";
import type { PatientContext } from "@/lib/context";
import { disclosureTitles } from "@/lib/disclosures/queries";
import { isAcknowledged } from "@/lib/disclosures/rules";
import { type ListedDocument, listDocuments } from "@/lib/documents/queries";
import { readPage } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { getPatients } from "@/lib/patients/queries";
import { type Meeting, whereTheyMeet } from "@/lib/platforms/where-they-meet";
import { getPractice } from "@/lib/practices/queries";
import { usesToWithdraw, withdrawableAnswers } from "@/lib/withdrawals/rules";
import { listSpoken, type Spoken } from "@/lib/withdrawals/spoken-withdrawals";

export type AgreedConsent = ReturnType<typeof agreedConsent>;

/** What a person agreed to: each text they were asked about, for each person they act for. */
export async function consentsPage(ctx: PatientContext, language: Language) {
  return readPage(ctx, async (tx, now) => {
    const { name, phone, timeZone, crisisLine } = await getPractice(tx, ctx);
    const patients = await getPatients(tx, ctx, ctx.patientIds);
    const consents = await listPatientConsents(tx, ctx, ctx.patientIds, language, now);
    const answerIds = consents.flatMap(({ state }) => state.answer?.id ?? []);
    const beside = {
      documents: await listDocuments(tx, ctx, { most: 1_000 }),
      spoken: await listSpoken(tx, ctx, answerIds),
      meeting: await whereTheyMeet(tx, ctx, ctx.patientIds, now),
    };
    const titles = await disclosureTitles(tx, ctx, language);
    const agreements = await listAgreements(tx, ctx);
    return {
      practice: { name, phone, timeZone, crisisLine },
      people: patients.map(({ id, calledName, mailboxOf }) => {
        const own = consents.filter(({ patientId }) => patientId === id);
        const withdrawable = own.filter(
          ({ disclosure, state }) => withdrawableAnswers(disclosure.kind, state).length > 0,
        );
        return {
          id,
          calledName,
          isReader: mailboxOf === "patient",
          meets: beside.meeting(id),
          consents: own
            .filter(({ state }) => state.word !== "not-asked" || state.upcoming || state.declinedAt)
            .map((consent) => agreedConsent(consent, beside)),
          mayTakeEverything: withdrawable.length > 1,
          agreements: agreements
            .filter(({ patientId }) => patientId === id)
            .map((one) => ({
              ...one,
              title: titles.get(one.disclosureId) ?? "",
              language: own.find(({ disclosure }) => disclosure.id === one.disclosureId)?.current?.language,
            })),
        };
      }),
    };
  });
}

type Beside = {
  documents: readonly ListedDocument[];
  spoken: ReadonlyMap<string, Spoken>;
  meeting: (patientId: string) => Meeting | null;
};

function agreedConsent(consent: PatientConsent, { documents, spoken, meeting }: Beside) {
  const { disclosure, state, answered, current, patientId, requests } = consent;
  const { answer, upcoming } = state;
  const facts = new Map(answer?.items.map((item) => [item.itemId, item]));
  const withdrawable = withdrawableAnswers(disclosure.kind, state);
  const acts = withdrawable.find(({ id }) => id === answer?.id);
  const stoppable = acts ? usesToWithdraw(acts, null) : [];
  return {
    patientId,
    disclosureId: disclosure.id,
    title: (answered ?? current)?.title ?? "",
    language: (answered ?? current)?.language,
    acknowledged: isAcknowledged(disclosure.kind),
    kind: disclosure.kind,
    /** How they meet now: a permission to record may rest for it, and a text about it says theirs. */
    meets: meeting(patientId),
    state,
    textFrom: answered?.effectiveFrom ?? null,
    uses: (answered?.items ?? []).map(({ id, label, until }) => ({
      id,
      label,
      until,
      answer: facts.get(id)?.answer ?? null,
      withdrawnAt: facts.get(id)?.withdrawnAt ?? null,
      mayStop: stoppable.includes(id),
    })),
    /** The answer that may be taken back; null when nothing of it acts. */
    withdrawable: acts?.id ?? null,
    ahead: upcoming && answerAhead(consent, upcoming, withdrawable),
    endedNotice: endedNotice(consent),
    spoken: spoken.get(answer?.id ?? "") ?? null,
    mayAnswerAnew: whyNotAnswerAnew(state, disclosure) === null,
    /** The question they asked not to be asked again: it can be answered all the same. */
    restingRequestId: state.declinedAt
      ? (requests.findLast(({ declinedAt, cancelledAt }) => declinedAt && !cancelledAt)?.id ?? null)
      : null,
    hasNewerText: answered !== null && current !== null && current.number > answered.number,
    documentId: documents.find(({ signatureId }) => signatureId === answer?.id)?.id ?? null,
  };
}

/** Their answer to a text that is not in force yet: from when it counts, and whether it can be taken back. */
function answerAhead({ disclosure }: PatientConsent, upcoming: AnswerFacts, withdrawable: AnswerFacts[]) {
  const text = disclosure.versions.find(({ id }) => id === upcoming.versionId);
  return {
    answerId: upcoming.id,
    from: text?.effectiveFrom ?? upcoming.answeredAt,
    all: upcoming.items.length,
    yes: usesToWithdraw(upcoming, null).length,
    withdrawable: withdrawable.some(({ id }) => id === upcoming.id),
  };
}

/** A notice that ended without their acknowledgement; they may confirm it all the same. */
function endedNotice({ state, requests }: PatientConsent) {
  const isEnded = state.word === "unable" || state.word === "refused";
  const last = requests.findLast(({ ending }) => ending !== null);
  if (!isEnded || !last?.ending || last.ending.at.getTime() !== state.since?.getTime()) return null;
  const mayConfirm = !last.cancelledAt && !last.answer;
  return { ...last.ending, requestId: mayConfirm ? last.id : null };
}
