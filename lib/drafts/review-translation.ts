import { v7 as uuid } from "uuid";
import { translationReviews } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import type { ReviewTranslationInput } from "./input";
import { listReviews, lockDraft, staffName } from "./queries";
import { whyNotReview } from "./rules";
import { draftSha256 } from "./version-of-draft";

/** Notes who knows the language and read exactly this text; after another letter nobody has. */
export async function reviewTranslation(ctx: StaffContext, input: ReviewTranslationInput) {
  mustMay(ctx, "publish-disclosures");
  const { disclosureId, language, textSha256, reviewer } = input;
  return inPractice(
    ctx,
    (tx) => lockDraft(tx, ctx, disclosureId),
    async (tx, now, draft) => {
      const reviews = await listReviews(tx, ctx, disclosureId);
      const reviewed = reviews.filter((review) => review.language === language);
      const refusal = whyNotReview(
        draftSha256(draft.content, language),
        textSha256,
        reviewed.map((review) => review.textSha256),
      );
      if (refusal) {
        const name = await staffName(tx, ctx, draft.savedBy);
        throw new Refused(refusal, { name, at: draft.savedAt.getTime() });
      }

      const review = { practiceId: ctx.practiceId, id: uuid(), disclosureId, language, textSha256, reviewer };
      await tx.insert(translationReviews).values({ ...review, reviewedAt: now, notedBy: ctx.staffId });
      await recordEvent(tx, ctx, {
        name: "disclosure.translation-reviewed",
        disclosureId,
        language,
        textSha256,
      });
    },
  );
}
