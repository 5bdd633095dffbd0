import type { PatientContext } from "@/lib/context";
import { parseDisclosureMarkdown, readingMinutes } from "@/lib/disclosures/markdown";
import { isUnreadTranslation } from "@/lib/disclosures/translations";
import { readPractice } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { nameTypedInSitting } from "./name-typed";
import { getQuestion } from "./question";

/** Everything the page of one question shows. */
export async function getAnswerPage(
  ctx: PatientContext,
  requestId: string,
  language: Language,
  shownBefore: string | null = null,
) {
  return readPractice(ctx, async (tx, now) => {
    const question = await getQuestion(tx, ctx, requestId, language, now, shownBefore);
    const { calledName, legalName, treatingName } = question.patient;
    const { name, phone, timeZone, crisisLine } = question.practice;
    const root = parseDisclosureMarkdown(question.text.body);
    return {
      ...question,
      patient: { calledName, legalName, treatingName },
      severalPatients: ctx.patientIds.length > 1,
      practice: { name, phone, timeZone, crisisLine },
      root,
      isUnread: await isUnreadTranslation(tx, ctx, question.text),
      minutes: readingMinutes(question.text.body),
      typedName: await nameTypedInSitting(tx, ctx, question.request.sittingId),
    };
  });
}
