import { and, eq } from "drizzle-orm";
import { drafts } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { beginCampaign } from "@/lib/campaigns/begin-campaign";
import type { StaffContext } from "@/lib/context";
import type { PublishDraftInput } from "@/lib/disclosures/input";
import { lockDisclosure } from "@/lib/disclosures/queries";
import { writeVersion } from "@/lib/disclosures/write-version";
import type { Draft } from "@/lib/drafts/queries";
import { Refused } from "@/lib/errors";
import { inPractice, type Tx } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import { type PublishingRefusal, readPublication } from "./publication";

/** Publishes exactly the draft that was seen; whoever holds a live answer is asked again if it changes what they agreed to. */
export async function publishDraft(ctx: StaffContext, input: PublishDraftInput) {
  mustMay(ctx, "publish-disclosures");
  return inPractice(
    ctx,
    (tx) => lockDisclosure(tx, ctx, input.disclosureId),
    async (tx, now) => {
      const { problems, next, holders, draft, practice } = await readPublication(tx, ctx, input, now);
      const [problem] = problems;
      if (problem) throw new Refused(problem.reason, { ...problem.details, field: problem.field });

      const { versionId, event } = await writeVersion(tx, ctx, next, now);
      await spendDraft(tx, ctx, draft);
      const holderIds = holders.map(({ patientId }) => patientId);
      const about = { disclosureId: input.disclosureId, versionId };
      const campaign =
        holderIds.length > 0 ? await beginCampaign(tx, ctx, about, holderIds, practice, now) : null;

      await recordEvent(tx, ctx, event);
      if (campaign) await recordEvent(tx, ctx, campaign.event);
      const { number, effectiveFrom } = next;
      return {
        versionId,
        number,
        effectiveFrom,
        asked: holderIds.length,
        leavesAt: campaign?.leavesAt ?? null,
      };
    },
  );
}

/** A save that came in between has made another revision of it: then nothing is published. */
async function spendDraft(tx: Tx, ctx: StaffContext, { id, revision }: Draft) {
  const spent = await tx
    .delete(drafts)
    .where(and(eq(drafts.practiceId, ctx.practiceId), eq(drafts.id, id), eq(drafts.revision, revision)))
    .returning({ id: drafts.id });
  if (spent.length === 0) throw new Refused<PublishingRefusal>("draft-changed");
}
