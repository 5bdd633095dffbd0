import { v7 as uuid } from "uuid";
import { draftPreviews } from "@/db/schema";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import { wakeWorker } from "@/lib/worker/wake";
import type { AskPreviewInput } from "./input";
import { lockDraft } from "./queries";
import { whyNotDraw } from "./rules";

/** Has the worker draw the draft as it stands now; an earlier picture in that language gives way. */
export async function askPreview(ctx: StaffContext, { disclosureId, language }: AskPreviewInput) {
  mustMay(ctx, "publish-disclosures");
  return inPractice(
    ctx,
    (tx) => lockDraft(tx, ctx, disclosureId),
    async (tx, now, { id: draftId, revision, content }) => {
      const refusal = whyNotDraw(content.texts[language]);
      if (refusal) throw new Refused(refusal);

      const asked = { revision, askedAt: now, drawnAt: null, pdf: null, fault: null };
      await tx
        .insert(draftPreviews)
        .values({ practiceId: ctx.practiceId, id: uuid(), draftId, language, ...asked })
        .onConflictDoUpdate({
          target: [draftPreviews.practiceId, draftPreviews.draftId, draftPreviews.language],
          set: asked,
        });
      await wakeWorker(tx);
    },
  );
}
