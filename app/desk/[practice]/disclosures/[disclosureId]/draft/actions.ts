"use server";

import { refresh } from "next/cache";
import { timesIn } from "@/app/_ui/time";
import { staffAction } from "@/app/action";
import { askPreview } from "@/lib/drafts/ask-preview";
import { discardDraft } from "@/lib/drafts/discard-draft";
import {
  askPreviewInput,
  beginDraftInput,
  discardDraftInput,
  keepTranslationInput,
  reviewTranslationInput,
  saveDraftInput,
} from "@/lib/drafts/input";
import { keepTranslation } from "@/lib/drafts/keep-translation";
import { reviewTranslation } from "@/lib/drafts/review-translation";
import { saveDraft } from "@/lib/drafts/save-draft";
import { draftChecks, draftPage } from "@/lib/screens/desk/draft";

export const saveDraftAction = staffAction(saveDraftInput, async (ctx, input) => {
  const { revision, savedAt } = await saveDraft(ctx, input);
  const { timeZone, checks } = await draftChecks(ctx, input.disclosureId, input.content);
  return { revision, savedAt: (await timesIn(timeZone))(savedAt).time, checks };
});

/** The draft as somebody else may have left it. */
export const storedDraftAction = staffAction(beginDraftInput, async (ctx, { disclosureId }) => {
  const draft = await draftPage(ctx, disclosureId);
  const isOwn = draft.savedBy.staffId === ctx.staffId;
  return { ...draft, savedAt: (await timesIn(draft.timeZone))(draft.savedAt).both, isOwn };
});

export const reviewTranslationAction = staffAction(reviewTranslationInput, async (ctx, input) => {
  await reviewTranslation(ctx, input);
  const { checks } = await draftPage(ctx, input.disclosureId);
  return checks;
});

export const keepTranslationAction = staffAction(keepTranslationInput, async (ctx, input) => {
  await keepTranslation(ctx, input);
  const { checks } = await draftPage(ctx, input.disclosureId);
  return checks;
});

/** The worker draws it; `askedAt` on the page says since when. */
export const askPreviewAction = staffAction(askPreviewInput, async (ctx, input) => {
  await askPreview(ctx, input);
  refresh();
});

export const discardDraftAction = staffAction(discardDraftInput, async (ctx, input) => {
  await discardDraft(ctx, input);
});
