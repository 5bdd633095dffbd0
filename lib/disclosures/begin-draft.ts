import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/practices/roles";
import { contentOfVersion, findDraft } from "./draft-queries";
import { whyNotBegin } from "./draft-rules";
import { insertDraft } from "./insert-draft";
import { isRetired, latestVersion, lockDisclosure } from "./queries";
import { starterFor } from "./starters/starter-for";

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
