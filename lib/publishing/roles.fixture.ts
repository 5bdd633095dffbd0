import { changeAudience } from "@/lib/disclosures/change-audience";
import { sendTrial } from "@/lib/drafts/send-trial";
import type { Attempt, World } from "@/lib/roles.fixture";
import { previewPublish, publishPage } from "@/lib/screens/desk/publish";
import { makeDisclosure } from "@/test/factories";
import { publishDraft } from "./publish-draft";
import { choices, writeDraft } from "./publishing.fixture";
import { retireDisclosure } from "./retire-disclosure";

async function drafted({ made }: World) {
  const { disclosure } = await makeDisclosure(made);
  await writeDraft(made, disclosure.id);
  return choices(made, disclosure.id);
}

/** What is done with a text as a whole, one attempt each. */
export const publishingAttempts: Attempt[] = [
  {
    ability: "publish-disclosures",
    name: "publishDraft",
    about: "practice",
    run: async (ctx, world) => publishDraft(ctx, await drafted(world)),
  },
  {
    ability: "publish-disclosures",
    name: "previewPublish",
    about: "practice",
    run: async (ctx, world) => previewPublish(ctx, { choices: await drafted(world), search: "" }),
  },
  {
    ability: "publish-disclosures",
    name: "publishPage",
    about: "practice",
    run: async (ctx, world) => publishPage(ctx, (await drafted(world)).disclosureId, "en"),
  },
  {
    ability: "publish-disclosures",
    name: "retireDisclosure",
    about: "practice",
    run: async (ctx, { made }) => {
      const { disclosure } = await makeDisclosure(made);
      return retireDisclosure(ctx, { disclosureId: disclosure.id });
    },
  },
  {
    ability: "publish-disclosures",
    name: "changeAudience",
    about: "practice",
    run: async (ctx, { made }) => {
      const { disclosure } = await makeDisclosure(made);
      return changeAudience(ctx, { disclosureId: disclosure.id, audience: "by-hand" });
    },
  },
  {
    ability: "publish-disclosures",
    name: "sendTrial",
    about: "practice",
    run: async (ctx, { made }) => {
      const { disclosure } = await makeDisclosure(made);
      return sendTrial(ctx, { disclosureId: disclosure.id, language: "en" });
    },
  },
];
