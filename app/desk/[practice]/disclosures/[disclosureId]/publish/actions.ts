"use server";

import { z } from "zod";
import { requestLanguage } from "@/app/_i18n/request";
import { staffAction } from "@/app/action";
import { publishDraftInput } from "@/lib/disclosures/input";
import { sendTrial } from "@/lib/drafts/send-trial";
import { publishDraft } from "@/lib/publishing/publish-draft";
import { previewPublishInput } from "@/lib/screens/desk/publish";
import { besideFields, readPreview, sayPublished } from "./preview";

export const previewPublishAction = staffAction(previewPublishInput, readPreview);

export const publishAction = staffAction(publishDraftInput, (ctx, input) =>
  besideFields(ctx, input, async () => sayPublished(ctx, await publishDraft(ctx, input))),
);

export const sendTrialAction = staffAction(z.strictObject({ disclosureId: z.uuid() }), async (ctx, input) =>
  sendTrial(ctx, { ...input, language: await requestLanguage() }),
);
