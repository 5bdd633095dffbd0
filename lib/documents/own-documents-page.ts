import { listRequestFacts } from "@/lib/consents/queries";
import type { AnswerFacts } from "@/lib/consents/rules";
import type { PatientContext } from "@/lib/context";
import { disclosureTitles, listDisclosures } from "@/lib/disclosures/queries";
import { isAcknowledged } from "@/lib/disclosures/rules";
import { readPractice } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { getPatients } from "@/lib/patients/queries";
import { getPractice } from "@/lib/practices/queries";
import { type ListedDocument, listDocuments } from "./queries";

type OwnDocument = {
  /** Null while the copy is being locked. */
  id: string | null;
  calledName: string;
  title: string;
  at: Date;
  says: DocumentSays;
};
type DocumentSays = {
  word: "taken-back" | "received" | "not-received" | "yes" | "some-yes" | "no";
  yes: number;
  no: number;
};

/** Every locked copy of a patient and of those they act for, newest first, and the copies still being locked. */
export async function getOwnDocumentsPage(ctx: PatientContext, language: Language) {
  return readPractice(ctx, async (tx) => {
    const { name, phone, timeZone, crisisLine } = await getPractice(tx, ctx);
    const patients = await getPatients(tx, ctx, ctx.patientIds);
    const names = new Map(patients.map(({ id, calledName }) => [id, calledName]));
    const titles = await disclosureTitles(tx, ctx, language);
    const notices = new Set(
      (await listDisclosures(tx, ctx)).filter(({ kind }) => isAcknowledged(kind)).map(({ id }) => id),
    );
    const requests = await listRequestFacts(tx, ctx, ctx.patientIds);
    const sealed = await listDocuments(tx, ctx, { most: 1_000 });
    const answers = new Map(requests.flatMap(({ answer }) => (answer ? [[answer.id, answer] as const] : [])));
    const about = ({ patientId, disclosureId }: { patientId: string; disclosureId: string }) => ({
      calledName: names.get(patientId) ?? "",
      title: titles.get(disclosureId) ?? "",
    });

    const locked = sealed.map((document): OwnDocument => {
      const answer = answers.get(document.answerId ?? "");
      return {
        ...about(document),
        id: document.id,
        at: document.happenedAt,
        says: answer ? saysOf(answer, notices.has(document.disclosureId)) : takenBack,
      };
    });
    const waiting = requests.flatMap((request): OwnDocument[] => {
      const { answer } = request;
      if (!answer || hasCopy(sealed, answer)) return [];
      const says = saysOf(answer, notices.has(request.disclosureId));
      return [{ ...about(request), id: null, at: answer.answeredAt, says }];
    });
    return {
      practice: { name, phone, timeZone, crisisLine },
      severalPatients: patients.length > 1,
      documents: [...waiting, ...locked].toSorted((a, b) => b.at.getTime() - a.at.getTime()),
    };
  });
}

const takenBack: DocumentSays = { word: "taken-back", yes: 0, no: 0 };

function hasCopy(sealed: readonly ListedDocument[], answer: AnswerFacts): boolean {
  return sealed.some(({ answerId }) => answerId === answer.id);
}

/** What the paper says, which a later withdrawal does not change. */
function saysOf(answer: AnswerFacts, isNotice: boolean): DocumentSays {
  const yes = answer.items.filter((item) => item.answer === "yes").length;
  const no = answer.items.length - yes;
  if (isNotice) return { word: yes > 0 ? "received" : "not-received", yes, no };
  if (yes === 0) return { word: "no", yes, no };
  return { word: no > 0 ? "some-yes" : "yes", yes, no };
}
