import { expect, test } from "vitest";
import { publishDraft } from "@/lib/publishing/publish-draft";
import { makeDrafted } from "@/lib/publishing/publishing.fixture";
import { testDatabase } from "@/test/database";
import { askPage } from "./ask";

await testDatabase();

test("who asks has the sentences to say aloud, of the version that is asked about and in each language", async () => {
  const { made, input } = await makeDrafted();
  const { versionId } = await publishDraft(made.owner, input);
  const { disclosures } = await askPage(made.office, "en");
  expect(disclosures[0]?.sayAloud.toSorted((a, b) => a.language.localeCompare(b.language))).toEqual([
    { versionId, language: "en", words: "May I?" },
    { versionId, language: "es", words: "May I?" },
  ]);
});
