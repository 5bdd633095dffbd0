import { v7 as uuid } from "uuid";
import { campaignHolders, campaigns, draftPreviews, drafts, translationReviews } from "@/db/schema";
import { answerRequest } from "@/lib/answers/answer-request";
import { answerTo, ask } from "@/lib/consents/consents.fixture";
import type { StaffContext } from "@/lib/context";
import { daysAfter, today } from "@/lib/dates";
import type { PublishDraftInput } from "@/lib/disclosures/input";
import { mustSay } from "@/lib/drafts/checks/must-say";
import type { DraftContent } from "@/lib/drafts/draft-content";
import { draft } from "@/lib/drafts/drafts.fixture";
import { partKey } from "@/lib/drafts/part-key";
import { draftSha256 } from "@/lib/drafts/version-of-draft";
import { inPractice, readPractice } from "@/lib/in-practice";
import { type Language, languages } from "@/lib/languages";
import { type MadePractice, makeDisclosure, makePatient, makePractice } from "@/test/factories";

export type Drafted = Awaited<ReturnType<typeof makeDrafted>>;

/** A text of one version that nobody was asked about, a draft of the next, and choices that publish it. */
export async function makeDrafted(more: Partial<PublishDraftInput> = {}) {
  const made = await makePractice();
  const text = await makeDisclosure(made);
  const disclosureId = text.disclosure.id;
  await writeDraft(made, disclosureId);
  return { made, text, disclosureId, input: choices(made, disclosureId, more) };
}

/** Puts a draft where there is none, drawn on paper and its translation read, unless nobody did. */
export async function writeDraft(
  made: MadePractice,
  disclosureId: string,
  content: DraftContent = draft(),
  revision = 1,
  { isRead = true } = {},
) {
  await inPractice(made.system, async (tx, now) => {
    const { practiceId } = made.system;
    const by = made.owner.staffId;
    const id = uuid();
    await tx.insert(drafts).values({
      practiceId,
      id,
      disclosureId,
      revision,
      content,
      begunAt: now,
      begunBy: by,
      savedAt: now,
      savedBy: by,
    });
    await tx.insert(draftPreviews).values(
      languages.map((language) => ({
        practiceId,
        id: uuid(),
        draftId: id,
        language,
        revision,
        askedAt: now,
        drawnAt: now,
      })),
    );
    const textSha256 = isRead && draftSha256(content, "es");
    if (!textSha256) return;
    const review = { practiceId, id: uuid(), disclosureId, language: "es" as const, textSha256 };
    await tx
      .insert(translationReviews)
      .values({ ...review, reviewer: "Dr. Luz Vega", reviewedAt: now, notedBy: by })
      .onConflictDoNothing();
  });
}

export function choices(
  made: MadePractice,
  disclosureId: string,
  more: Partial<PublishDraftInput> = {},
): PublishDraftInput {
  const day = today(new Date(), made.practice.timeZone);
  return {
    disclosureId,
    revision: 1,
    change: "material",
    summaries: { en: "I keep recordings differently.", es: "Guardo las grabaciones de otra manera." },
    effectiveOn: day,
    reviewBy: daysAfter(day, 180),
    earlier: "end",
    earlierUntil: null,
    saidOtherwise: languages.flatMap((one) => mustSay("recording-consent").map((part) => partKey(one, part))),
    leftOut: [],
    unread: [],
    ...more,
  };
}

/** A patient who said yes to the first use and no to the other. */
export async function makeHolder({ made, text }: Pick<Drafted, "made" | "text">, language: Language = "en") {
  const { patient, ctx } = await makePatient(made);
  const requestId = await ask(made, ctx, patient.id, text.disclosure.id);
  const { answerId } = await answerRequest(ctx, {
    ...answerTo(requestId, text),
    language,
    textSha256: text.texts[language].textSha256,
  });
  return { patient, ctx, answerId };
}

export const campaignsOf = ({ owner }: { owner: StaffContext }) =>
  readPractice(owner, async (tx) => ({
    campaigns: await tx.select().from(campaigns),
    holders: (await tx.select().from(campaignHolders)).map(({ patientId }) => patientId),
  }));
