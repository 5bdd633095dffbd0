import { listRequestFacts } from "@/lib/consents/request-facts";
import type { PatientContext } from "@/lib/context";
import { getShownVersion, listDisclosures } from "@/lib/disclosures/queries";
import { currentVersion, needsWriting } from "@/lib/disclosures/rules";
import { findDocumentOf } from "@/lib/documents/queries";
import { NotFound } from "@/lib/errors";
import { readPage } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { getQuestion, whatCounts } from "@/lib/requests/question";

/** What the patient sees after answering or asking to talk first: what counts now, the copy, what comes next. */
export async function answeredPage(ctx: PatientContext, requestId: string, language: Language) {
  return readPage(ctx, async (tx, now) => {
    const question = await getQuestion(tx, ctx, requestId, language, now);
    const { request, text, sitting } = question;
    if (!request.answer && !request.talkFirstSince && !request.declinedAt) throw new NotFound();

    const { name, phone, timeZone, crisisLine } = question.practice;
    const answered = new Map(request.answer?.items.map(({ itemId, answer }) => [itemId, answer]));
    const uses = text.items.map(({ id, label }) => ({ id, label, answer: answered.get(id) ?? null }));
    const facts = await listRequestFacts(tx, ctx, ctx.patientIds);
    const next = facts.find(({ id }) => id === sitting.nextRequestId);
    const about = (await listDisclosures(tx, ctx)).find(({ id }) => id === next?.disclosureId);
    const inForce = currentVersion(about?.versions ?? [], now)?.id;
    const nextText = next && (await getShownVersion(tx, ctx, inForce ?? next.versionId, language));
    return {
      ...question,
      uses,
      /** What they had said counts on while it is talked about. */
      counting: request.talkFirstSince ? whatCounts(question.earlier) : null,
      practice: { name, phone, timeZone, crisisLine },
      /** Whom to thank by name; a parent is not in our books. */
      thanked: question.capacity === "self" ? question.patient.calledName : null,
      document: request.answer ? await findDocumentOf(tx, ctx, request.answer.id) : null,
      next: nextText && {
        requestId: next.id,
        title: nextText.title,
        language: nextText.language,
        isOfWriting: needsWriting(nextText.kind),
      },
      /** They have just agreed to electronic records; what shows that they can open them is still to come. */
      isToTest: text.kind === "electronic-records-consent" && question.records.route === "test-first",
    };
  });
}
