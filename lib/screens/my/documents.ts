import type { AnswerFacts } from "@/lib/consents/consent-state";
import { listRequestFacts, type PlacedRequest } from "@/lib/consents/request-facts";
import type { PatientContext } from "@/lib/context";
import { listDisclosures, listShownVersions } from "@/lib/disclosures/queries";
import { isAcknowledged } from "@/lib/disclosures/rules";
import { listDocuments, listUnsealed } from "@/lib/documents/queries";
import { readPage } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { unnamedFiles } from "@/lib/patients/file-names";
import { getPatients } from "@/lib/patients/queries";
import { getPractice } from "@/lib/practices/queries";

type OwnDocument = {
  /** Null while the copy is being locked. */
  id: string | null;
  calledName: string;
  title: string;
  /** In which the title is written. */
  language: Language | undefined;
  at: Date;
  says: DocumentSays;
  /** The practice noted since that this answer was entered by mistake. */
  correctedAt: Date | null;
};
type DocumentSays = {
  word:
    | "taken-back"
    | "some-taken-back"
    | "put-back"
    | "received"
    | "not-received"
    | "yes"
    | "some-yes"
    | "no"
    | "signed"
    | "explained";
  yes: number;
  no: number;
};

/** Every locked copy of a patient and of those they act for, newest first, and the copies still being locked. */
export async function ownDocumentsPage(ctx: PatientContext, language: Language) {
  return readPage(ctx, async (tx) => {
    const { name, phone, timeZone, crisisLine } = await getPractice(tx, ctx);
    const patients = await getPatients(tx, ctx, ctx.patientIds);
    const unnamed = await unnamedFiles(tx, ctx, ctx.patientIds);
    const names = new Map(patients.map(({ id, calledName }) => [id, calledName]));
    const notices = new Set(
      (await listDisclosures(tx, ctx)).filter(({ kind }) => isAcknowledged(kind)).map(({ id }) => id),
    );
    const requests = await listRequestFacts(tx, ctx, ctx.patientIds);
    const answers = new Map(requests.flatMap(({ answer }) => (answer ? [[answer.id, answer] as const] : [])));
    const all = [...(await listUnsealed(tx, ctx)), ...(await listDocuments(tx, ctx, { most: 1_000 }))];
    const versionIds = new Set(all.flatMap(({ versionId }) => versionId ?? []));
    const shown = await listShownVersions(tx, ctx, [...versionIds], language);
    const texts = new Map(shown.map((text) => [text.id, text]));
    const documents = all.map((document): OwnDocument => {
      const answer = answers.get(document.signatureId);
      const text = texts.get(document.versionId ?? "");
      return {
        id: document.id,
        calledName: names.get(document.patientId) ?? "",
        title: (document.acknowledgement ?? text)?.title ?? "",
        language: (document.acknowledgement ?? text)?.language,
        at: document.happenedAt,
        correctedAt: answer?.correctedAt ?? null,
        says: document.acknowledgement
          ? { word: document.acknowledgement.kind, yes: 0, no: 0 }
          : answer
            ? saysOf(answer, notices.has(document.disclosureId ?? ""))
            : saysTakenBack(document, requests),
      };
    });
    return {
      practice: { name, phone, timeZone, crisisLine },
      severalPatients: patients.length > 1,
      people: patients.map(({ id, legalName }) => ({ id, legalName, isNamed: !unnamed.has(id) })),
      documents: documents.toSorted((a, b) => b.at.getTime() - a.at.getTime()),
    };
  });
}

/** Every use of one withdrawal carries its time. */
function saysTakenBack(
  paper: { versionId: string | null; patientId: string; happenedAt: Date; isPutBack: boolean },
  requests: PlacedRequest[],
): DocumentSays {
  if (paper.isPutBack) return { word: "put-back", yes: 0, no: 0 };
  const answer = requests.find((request) => {
    const isTheirs = request.patientId === paper.patientId && request.answer?.versionId === paper.versionId;
    return isTheirs && takenBackAt(request.answer, paper.happenedAt).length > 0;
  })?.answer;
  const yes = answer?.items.filter((item) => item.answer === "yes").length ?? 0;
  const no = takenBackAt(answer, paper.happenedAt).length;
  return { word: no < yes ? "some-taken-back" : "taken-back", yes, no };
}

function takenBackAt(answer: AnswerFacts | null | undefined, at: Date) {
  return answer?.items.filter(({ withdrawnAt }) => withdrawnAt?.getTime() === at.getTime()) ?? [];
}

/** What the paper says, which a later withdrawal does not change. */
function saysOf(answer: AnswerFacts, isNotice: boolean): DocumentSays {
  const yes = answer.items.filter((item) => item.answer === "yes").length;
  const no = answer.items.length - yes;
  if (isNotice) return { word: yes > 0 ? "received" : "not-received", yes, no };
  if (yes === 0) return { word: "no", yes, no };
  return { word: no > 0 ? "some-yes" : "yes", yes, no };
}
