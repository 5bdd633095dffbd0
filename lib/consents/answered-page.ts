import type { PatientContext } from "@/lib/context";
import { disclosureTitles } from "@/lib/disclosures/queries";
import { findDocumentOf } from "@/lib/documents/queries";
import { NotFound } from "@/lib/errors";
import { readPractice } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { getPatient } from "@/lib/patients/queries";
import { getPractice } from "@/lib/practices/queries";
import { listRequestFacts } from "./queries";
import { getQuestion } from "./question";

/** What the patient sees after answering or asking to talk first: what counts now, the copy, what comes next. */
export async function getAnsweredPage(ctx: PatientContext, requestId: string, language: Language) {
  return readPractice(ctx, async (tx, now) => {
    const question = await getQuestion(tx, ctx, requestId, language, now);
    const { request, text, sitting } = question;
    if (!request.answer && !request.talkFirstSince) throw new NotFound();

    const { name, phone, timeZone, crisisLine } = await getPractice(tx, ctx);
    const patient = await getPatient(tx, ctx, request.patientId);
    const answered = new Map(request.answer?.items.map(({ itemId, answer }) => [itemId, answer]));
    const uses = text.items.map(({ id, label }) => ({ id, label, answer: answered.get(id) ?? null }));
    const titles = await disclosureTitles(tx, ctx, language);
    const facts = await listRequestFacts(tx, ctx, ctx.patientIds);
    const next = facts.find(({ id }) => id === sitting.nextRequestId);
    return {
      ...question,
      uses,
      practice: { name, phone, timeZone, crisisLine },
      patient: { calledName: patient.calledName },
      document: request.answer
        ? await findDocumentOf(tx, ctx, { answerId: request.answer.id, withdrawalId: null })
        : null,
      next: next ? { requestId: next.id, title: titles.get(next.disclosureId) ?? "" } : null,
    };
  });
}
