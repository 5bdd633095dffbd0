"use server";

import { z } from "zod";
import { requestLanguage } from "@/app/_i18n/request";
import { staffAction } from "@/lib/actions";
import { publishDraft } from "@/lib/consents/publish-draft";
import { previewPublishInput } from "@/lib/consents/publish-page";
import { publishDraftInput } from "@/lib/disclosures/input";
import { sendTrial } from "@/lib/disclosures/send-trial";
import { besideFields, readPreview, sayPublished } from "./preview";

export const previewPublishAction = staffAction(previewPublishInput, readPreview);

export const publishAction = staffAction(publishDraftInput, (ctx, input) =>
  besideFields(ctx, input, async () => sayPublished(ctx, await publishDraft(ctx, input))),
);

export const sendTrialAction = staffAction(z.strictObject({ disclosureId: z.uuid() }), async (ctx, input) =>
  sendTrial(ctx, { ...input, language: await requestLanguage() }),
);
