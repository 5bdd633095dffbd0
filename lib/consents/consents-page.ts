import type { PatientContext } from "@/lib/context";
import { isAcknowledged } from "@/lib/disclosures/rules";
import { type ListedDocument, listDocuments } from "@/lib/documents/queries";
import { readPractice } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { getPatients } from "@/lib/patients/queries";
import { getPractice } from "@/lib/practices/queries";
import { listStandingConsents, type StandingConsent } from "./of-patients";
import { usesToWithdraw, whyNotAnswerAnew } from "./rules";

export type AgreedConsent = ReturnType<typeof agreedConsent>;

/** What a person agreed to: each text they were asked about, for each person they act for. */
export async function getConsentsPage(ctx: PatientContext, language: Language) {
  return readPractice(ctx, async (tx, now) => {
    const { name, phone, timeZone, crisisLine } = await getPractice(tx, ctx);
    const patients = await getPatients(tx, ctx, ctx.patientIds);
    const standing = await listStandingConsents(tx, ctx, ctx.patientIds, language, now);
    const documents = await listDocuments(tx, ctx, { most: 1_000 });
    return {
      practice: { name, phone, timeZone, crisisLine },
      people: patients.map(({ id, calledName, mailboxOf }) => ({
        id,
        calledName,
        isReader: mailboxOf === "patient",
        consents: standing
          .filter(({ patientId, state }) => patientId === id && state.word !== "not-asked")
          .map((consent) => agreedConsent(consent, documents)),
      })),
    };
  });
}

function agreedConsent(consent: StandingConsent, documents: readonly ListedDocument[]) {
  const { disclosure, state, answered, current, patientId } = consent;
  const { answer } = state;
  const facts = new Map(answer?.items.map((item) => [item.itemId, item]));
  const acknowledged = isAcknowledged(disclosure.kind);
  const acts = answer !== null && state.word === "given" && !acknowledged;
  const stoppable = acts ? usesToWithdraw(answer, null) : [];
  return {
    patientId,
    disclosureId: disclosure.id,
    title: (answered ?? current)?.title ?? "",
    acknowledged,
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
    withdrawable: stoppable.length > 0 ? (answer?.id ?? null) : null,
    mayAnswerAnew: whyNotAnswerAnew(state, disclosure.kind) === null,
    hasNewerText: answered !== null && current !== null && current.number > answered.number,
    documentId: documents.find(({ answerId }) => answer && answerId === answer.id)?.id ?? null,
  };
}
