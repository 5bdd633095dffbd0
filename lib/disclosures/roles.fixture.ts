import { chooseUsualTexts } from "@/lib/disclosures/choose-usual-texts";
import { publishTexts } from "@/lib/practices/publish-texts";
import type { Attempt } from "@/lib/roles.fixture";
import { concludeWatchEntry } from "@/lib/watch/conclude-watch-entry";
import { noteWatchEntry } from "@/lib/watch/note-watch-entry";
import { watchInput } from "@/lib/watch/watch.fixture";
import { makeDisclosure } from "@/test/factories";

/** What is noted about the practice's texts, which are usual, and whether anybody may read them; one attempt each. */
export const textAttempts: Attempt[] = [
  {
    ability: "watch",
    name: "noteWatchEntry",
    about: "practice",
    run: async (ctx, { made }) => {
      const { disclosure } = await makeDisclosure(made);
      await noteWatchEntry(ctx, watchInput(disclosure.id));
    },
  },
  {
    ability: "watch",
    name: "concludeWatchEntry",
    about: "practice",
    run: async (ctx, { made }) => {
      const { disclosure } = await makeDisclosure(made);
      const { id } = await noteWatchEntry(made.owner, watchInput(disclosure.id));
      const said = { note: null, forPatients: { en: null, es: null } };
      await concludeWatchEntry(ctx, { entryId: id, conclusion: "no-change", ...said });
    },
  },
  {
    ability: "publish-disclosures",
    name: "chooseUsualTexts",
    about: "practice",
    run: async (ctx, { made }) => {
      const { disclosure } = await makeDisclosure(made);
      await chooseUsualTexts(ctx, { disclosureIds: [disclosure.id] });
    },
  },
  {
    ability: "change-settings",
    name: "publishTexts",
    about: "nobody",
    run: (ctx) => publishTexts(ctx, { publish: true }),
  },
];
