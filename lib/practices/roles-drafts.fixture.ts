import { type MadePractice, makeDisclosure } from "@/db/factories";
import { askPreview } from "@/lib/disclosures/ask-preview";
import { beginDraft } from "@/lib/disclosures/begin-draft";
import { discardDraft } from "@/lib/disclosures/discard-draft";
import { draft } from "@/lib/disclosures/drafts.fixture";
import { reviewTranslation } from "@/lib/disclosures/review-translation";
import { saveDraft } from "@/lib/disclosures/save-draft";
import { startDisclosure } from "@/lib/disclosures/start-disclosure";
import type { Attempt } from "./roles.fixture";

async function begun(made: MadePractice) {
  const { disclosure, texts } = await makeDisclosure(made);
  await beginDraft(made.owner, disclosure.id);
  return { disclosureId: disclosure.id, textSha256: texts.es.textSha256 };
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
    name: "reviewTranslation",
    about: "practice",
    run: async (ctx, { made }) => {
      const read = await begun(made);
      return reviewTranslation(ctx, { ...read, language: "es", reviewer: "Lucía Ortega" });
    },
  },
];
