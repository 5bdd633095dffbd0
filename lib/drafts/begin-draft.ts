import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { latestVersion } from "@/lib/disclosures/latest-version";
import { isRetired, lockDisclosure } from "@/lib/disclosures/queries";
import { starterFor } from "@/lib/drafts/starters/starter-for";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import { insertDraft } from "./insert-draft";
import { contentOfVersion, findDraft } from "./queries";
import { whyNotBegin } from "./rules";

/** Begins the next version from the newest published one, or from the starter; there is one draft, so twice is once. */
export async function beginDraft(ctx: StaffContext, disclosureId: string) {
  mustMay(ctx, "publish-disclosures");
  return inPractice(
    ctx,
    (tx) => lockDisclosure(tx, ctx, disclosureId),
    async (tx, now, disclosure) => {
      const retired = await isRetired(tx, ctx, disclosureId);
      const refusal = whyNotBegin({ retired });
      if (refusal) throw new Refused(refusal);

      const begun = await findDraft(tx, ctx, disclosureId);
      if (begun) return { draftId: begun.id, revision: begun.revision };

      const latest = await latestVersion(tx, ctx, disclosureId);
      const content = latest ? await contentOfVersion(tx, ctx, latest) : starterFor(disclosure.kind);
      const draft = await insertDraft(tx, ctx, now, disclosureId, content);

      await recordEvent(tx, ctx, {
        name: "disclosure.draft-begun",
        disclosureId,
        draftId: draft.draftId,
      });
      return draft;
    },
  );
}
