import { nameTypedInSitting } from "@/lib/answers/name-typed-in-sitting";
import type { PatientContext } from "@/lib/context";
import { listShownVersions } from "@/lib/disclosures/queries";
import { needsWriting } from "@/lib/disclosures/rules";
import { claimNotes } from "@/lib/drafts/claims";
import { isUnreadTranslation } from "@/lib/drafts/translations";
import { readPage, type Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { type ComparedTexts, compareTexts } from "@/lib/markdown/compare-texts";
import { parseDisclosureMarkdown, readingMinutes } from "@/lib/markdown/markdown";
import { whereTheyMeet } from "@/lib/platforms/where-they-meet";
import { getQuestion, type Question } from "@/lib/requests/question";
import { listChecks } from "@/lib/watch/queries";

/** Everything the page of one question shows. */
export async function answerPage(
  ctx: PatientContext,
  requestId: string,
  language: Language,
  shownBefore: string | null = null,
) {
  return readPage(ctx, async (tx, now) => {
    const question = await getQuestion(tx, ctx, requestId, language, now, shownBefore);
    const { calledName, legalName, treatingName, treatingStaffId } = question.patient;
    const { name, phone, timeZone, crisisLine } = question.practice;
    const { patientId } = question.request;
    const isAboutMeeting = question.text.kind === "platform-disclosure";
    const root = parseDisclosureMarkdown(question.text.body);
    return {
      ...question,
      /** Always electronic where the law wants no writing. */
      route: needsWriting(question.text.kind) ? question.records.route : ("electronic" as const),
      patient: { calledName, legalName, treatingName },
      severalPatients: ctx.patientIds.length > 1,
      practice: { name, phone, timeZone, crisisLine },
      root,
      claims: await claimNotes(tx, ctx, [question.text.body], treatingStaffId, now),
      compared: await comparedWithAnswered(tx, ctx, question),
      checks: await listChecks(tx, ctx, question.text.id, question.text.language),
      /** What the text says of the practice, said of this patient. */
      meets: isAboutMeeting ? (await whereTheyMeet(tx, ctx, [patientId], now))(patientId) : null,
      isUnread: await isUnreadTranslation(tx, ctx, question.text),
      minutes: readingMinutes(question.text.body),
      typedName: await nameTypedInSitting(tx, ctx, question.request.sittingId),
    };
  });
}

/** Against the text this patient answered, in the language they read now; an altered text compares to nothing. */
async function comparedWithAnswered(
  tx: Tx,
  ctx: PatientContext,
  { earlier, text }: Question,
): Promise<ComparedTexts | null> {
  if (!earlier || earlier.versionId === text.id) return null;
  const [answered] = await listShownVersions(tx, ctx, [earlier.versionId], text.language);
  if (!answered || answered.foundSha256 !== answered.textSha256) return null;
  return compareTexts(answered, text);
}
