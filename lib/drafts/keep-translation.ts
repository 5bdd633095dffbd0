import { v7 as uuid } from "uuid";
import { keptTranslations } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import type { KeepTranslationInput } from "./input";
import { listKept, lockDraft, staffName } from "./queries";
import { whyNotKeep } from "./rules";
import { draftSha256 } from "./version-of-draft";

/** Notes that a text needs no change although English changed, for exactly these two. */
export async function keepTranslation(ctx: StaffContext, input: KeepTranslationInput) {
  mustMay(ctx, "publish-disclosures");
  const { disclosureId, language, textSha256, englishSha256 } = input;
  return inPractice(
    ctx,
    (tx) => lockDraft(tx, ctx, disclosureId),
    async (tx, now, draft) => {
      const kept = await listKept(tx, ctx, disclosureId);
      const stored = {
        textSha256: draftSha256(draft.content, language),
        englishSha256: draftSha256(draft.content, "en"),
      };
      const refusal = whyNotKeep(stored, input, kept);
      if (refusal) {
        const name = await staffName(tx, ctx, draft.savedBy);
        throw new Refused(refusal, { name, at: draft.savedAt.getTime() });
      }

      const about = { disclosureId, language, textSha256, englishSha256 };
      const { practiceId, staffId } = ctx;
      await tx
        .insert(keptTranslations)
        .values({ practiceId, id: uuid(), ...about, notedAt: now, notedBy: staffId });
      await recordEvent(tx, ctx, { name: "disclosure.translation-kept", ...about });
    },
  );
}
