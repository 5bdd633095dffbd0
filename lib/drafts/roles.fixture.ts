import type { Attempt } from "@/lib/roles.fixture";
import { type MadePractice, makeDisclosure } from "@/test/factories";
import { askPreview } from "./ask-preview";
import { beginDraft } from "./begin-draft";
import { discardDraft } from "./discard-draft";
import { draft } from "./drafts.fixture";
import { keepTranslation } from "./keep-translation";
import { reviewTranslation } from "./review-translation";
import { saveDraft } from "./save-draft";
import { startDisclosure } from "./start-disclosure";

async function begun(made: MadePractice) {
  const { disclosure, texts } = await makeDisclosure(made);
  await beginDraft(made.owner, disclosure.id);
  return { disclosureId: disclosure.id, textSha256: texts.es.textSha256, englishSha256: texts.en.textSha256 };
}

/** What is done to the draft of a text, one attempt each. */
export const draftAttempts: Attempt[] = [
  {
    ability: "publish-disclosures",
    name: "startDisclosure",
    about: "nobody",
    run: (ctx) => startDisclosure(ctx, "email-risk"),
  },
  {
    ability: "publish-disclosures",
    name: "beginDraft",
    about: "practice",
    run: async (ctx, { made }) => beginDraft(ctx, (await makeDisclosure(made)).disclosure.id),
  },
  {
    ability: "publish-disclosures",
    name: "saveDraft",
    about: "practice",
    run: async (ctx, { made }) => {
      const { disclosureId } = await begun(made);
      return saveDraft(ctx, { disclosureId, revision: 1, content: draft() });
    },
  },
  {
    ability: "publish-disclosures",
    name: "discardDraft",
    about: "practice",
    run: async (ctx, { made }) => {
      const { disclosureId } = await begun(made);
      return discardDraft(ctx, { disclosureId, revision: 1 });
    },
  },
  {
    ability: "publish-disclosures",
    name: "askPreview",
    about: "practice",
    run: async (ctx, { made }) => {
      const { disclosureId } = await begun(made);
      return askPreview(ctx, { disclosureId, language: "es" });
    },
  },
  {
    ability: "publish-disclosures",
    name: "keepTranslation",
    about: "practice",
    run: async (ctx, { made }) => {
      const { disclosureId, textSha256, englishSha256 } = await begun(made);
      return keepTranslation(ctx, { disclosureId, language: "es", textSha256, englishSha256 });
    },
  },
  {
    ability: "publish-disclosures",
    name: "reviewTranslation",
    about: "practice",
    run: async (ctx, { made }) => {
      const { disclosureId, textSha256 } = await begun(made);
      return reviewTranslation(ctx, { disclosureId, textSha256, language: "es", reviewer: "Lucía Ortega" });
    },
  },
];
