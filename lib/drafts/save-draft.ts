import { and, eq } from "drizzle-orm";
import { drafts } from "@/db/schema";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import type { SaveDraftInput } from "./input";
import { lockDraft, staffName } from "./queries";
import { whyNotChange } from "./rules";

/** Keeps what was written, unless somebody else saved since the writer last looked. */
export async function saveDraft(ctx: StaffContext, { disclosureId, revision, content }: SaveDraftInput) {
  mustMay(ctx, "publish-disclosures");
  return inPractice(
    ctx,
    (tx) => lockDraft(tx, ctx, disclosureId),
    async (tx, now, draft) => {
      const refusal = whyNotChange(draft, revision);
      if (refusal) {
        const name = await staffName(tx, ctx, draft.savedBy);
        throw new Refused(refusal, { name, at: draft.savedAt.getTime() });
      }

      const saved = { revision: revision + 1, content, savedAt: now, savedBy: ctx.staffId };
      await tx
        .update(drafts)
        .set(saved)
        .where(and(eq(drafts.practiceId, ctx.practiceId), eq(drafts.id, draft.id)));
      return { revision: saved.revision, savedAt: now };
    },
  );
}
