import { z } from "zod";
import { disclosureKinds } from "@/lib/disclosures/kinds";
import { languages } from "@/lib/languages";
import { draftContent } from "./draft-content";

const revision = z.int().min(1);

export const startDisclosureInput = z.strictObject({ kind: z.enum(disclosureKinds) });
export const beginDraftInput = z.strictObject({ disclosureId: z.uuid() });
export const saveDraftInput = z.strictObject({ disclosureId: z.uuid(), revision, content: draftContent });
export const discardDraftInput = z.strictObject({
  disclosureId: z.uuid(),
  revision: z.coerce.number().int().min(1),
});
export const reviewTranslationInput = z.strictObject({
  disclosureId: z.uuid(),
  language: z.enum(languages),
  textSha256: z.string().regex(/^[0-9a-f]{64}$/),
  reviewer: z.string().trim().min(1).max(120),
});

export const keepTranslationInput = z.strictObject({
  disclosureId: z.uuid(),
  language: z.enum(languages).exclude(["en"]),
  textSha256: z.string().regex(/^[0-9a-f]{64}$/),
  englishSha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export const askPreviewInput = z.strictObject({ disclosureId: z.uuid(), language: z.enum(languages) });

export type KeepTranslationInput = z.infer<typeof keepTranslationInput>;
export type AskPreviewInput = z.infer<typeof askPreviewInput>;
export type SaveDraftInput = z.infer<typeof saveDraftInput>;
export type DiscardDraftInput = z.infer<typeof discardDraftInput>;
export type ReviewTranslationInput = z.infer<typeof reviewTranslationInput>;
