import { and, eq, isNull } from "drizzle-orm";
import { draftPreviews, drafts } from "@/db/schema";
import type { SystemContext } from "@/lib/context";
import { latestVersion } from "@/lib/disclosures/latest-version";
import { getDisclosure } from "@/lib/disclosures/queries";
import { draftContent } from "@/lib/drafts/draft-content";
import { differenceAsFault } from "@/lib/drafts/paper-rules";
import { wordsOf } from "@/lib/drafts/text-problems";
import { versionOfDraft } from "@/lib/drafts/version-of-draft";
import { inPractice, type Tx } from "@/lib/in-practice";
import { whyTextDiffers } from "@/lib/paper/compare-text";
import { renderDraft } from "@/lib/paper/draft-document";
import { whyNotDrawable } from "@/lib/paper/fonts";
import { renderSignedDocument } from "@/lib/paper/signed-document";
import { getPractice } from "@/lib/practices/queries";
import { reportFault } from "@/lib/worker/report-fault";
import { sweep } from "@/lib/worker/sweep";
import { trialRecord } from "./trial-record";

/** Draws the pictures of drafts that somebody waits for, oldest first; answers with how many. */
export const drawOwedPreviews = sweep({
  due: "undrawn_previews",
  most: 20,
  each: drawPreview,
  fault: (id) => `the picture of a draft ${id} could not be drawn`,
});

/** Draws what the draft says now; a text no font of ours can show says which letter it is. */
async function drawPreview(ctx: SystemContext, id: string): Promise<boolean> {
  return inPractice(ctx, async (tx, now) => {
    const ofPreview = and(eq(draftPreviews.practiceId, ctx.practiceId), eq(draftPreviews.id, id));
    const [waiting] = await tx
      .select()
      .from(draftPreviews)
      .where(and(ofPreview, isNull(draftPreviews.drawnAt)))
      .for("update", { skipLocked: true });
    if (!waiting) return false;

    const drawn = await picture(tx, ctx, waiting, now);
    await tx
      .update(draftPreviews)
      .set({ drawnAt: now, ...drawn })
      .where(ofPreview);
    return true;
  });
}

type Waiting = Pick<typeof draftPreviews.$inferSelect, "draftId" | "language">;
type Picture = { revision?: number; pdf: Buffer | null; fault: string | null };

/** The draft's pages and, if a copy of it could not be locked, where it would say something else. */
async function picture(
  tx: Tx,
  ctx: SystemContext,
  { draftId, language }: Waiting,
  now: Date,
): Promise<Picture> {
  const [draft] = await tx
    .select()
    .from(drafts)
    .where(and(eq(drafts.practiceId, ctx.practiceId), eq(drafts.id, draftId)));
  const text = draft && versionOfDraft(draftContent.parse(draft.content), language);
  if (!draft || !text) return { pdf: null, fault: "unexpected" };
  const { revision } = draft;
  const undrawable = whyNotDrawable(wordsOf(text));
  if (undrawable) return { revision, pdf: null, fault: undrawable.character };

  const practice = await getPractice(tx, ctx);
  const { id, kind } = await getDisclosure(tx, ctx, draft.disclosureId);
  const number = ((await latestVersion(tx, ctx, id))?.number ?? 0) + 1;
  const shown = { practice, language, number, text };
  try {
    const pdf = await renderDraft(shown);
    const copy = trialRecord({ ...shown, disclosure: { id, kind }, now });
    const difference = await whyTextDiffers(await renderSignedDocument(copy), copy);
    return { revision, pdf, fault: difference && differenceAsFault(difference) };
  } catch (error) {
    // Asking again tries again; without this the worker would try for ever.
    reportFault("draw a preview", error);
    return { revision, pdf: null, fault: "unexpected" };
  }
}
