import { and, eq } from "drizzle-orm";
import { drafts } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import type { DiscardDraftInput } from "./input";
import { lockDraft, staffName } from "./queries";
import { whyNotChange } from "./rules";

/** Throws the draft away as it was last seen; what is published stays as it is. */
export async function discardDraft(ctx: StaffContext, { disclosureId, revision }: DiscardDraftInput) {
  mustMay(ctx, "publish-disclosures");
  return inPractice(
    ctx,
    (tx) => lockDraft(tx, ctx, disclosureId),
    async (tx, _now, draft) => {
      const refusal = whyNotChange(draft, revision);
      if (refusal) {
        const name = await staffName(tx, ctx, draft.savedBy);
        throw new Refused(refusal, { name, at: draft.savedAt.getTime() });
      }

      await tx.delete(drafts).where(and(eq(drafts.practiceId, ctx.practiceId), eq(drafts.id, draft.id)));
      await recordEvent(tx, ctx, { name: "disclosure.draft-discarded", disclosureId, draftId: draft.id });
    },
  );
}
