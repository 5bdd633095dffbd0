import { expect, test } from "vitest";
import { draft, draftText } from "@/lib/drafts/drafts.fixture";
import { attestSafeguard } from "@/lib/safeguards/attest-safeguard";
import { checkBy, checkToday, dayIn, makeClaim, ownClaim, ownKey } from "@/lib/safeguards/safeguards.fixture";
import { testDatabase } from "@/test/database";
import { makeDisclosure } from "@/test/factories";
import { publishDraft } from "./publish-draft";
import { choices, writeDraft } from "./publishing.fixture";

await testDatabase();

async function makeRepeated() {
  const known = await makeClaim();
  const { disclosure } = await makeDisclosure(known.made);
  const body = (words: string) => `[${words}](safeguard:${ownKey}).`;
  const texts = {
    en: draftText({ body: body(ownClaim.claim.en) }),
    es: draftText({ title: "Grabar", body: body(ownClaim.claim.es) }),
  };
  await writeDraft(known.made, disclosure.id, draft({ texts }));
  const publish = () => publishDraft(known.made.owner, choices(known.made, disclosure.id));
  return { ...known, publish };
}

test("a claim nobody has checked stops the next version and is named, with who has to look", async () => {
  const { publish, safeguardId } = await makeRepeated();
  await expect(publish()).rejects.toMatchObject({
    reason: "claim-not-fresh",
    details: { claim: ownClaim.claim.en, safeguardId, state: "never", who: "Test therapist", since: "" },
  });
});

test("one found not to hold stops it since that day, and one that was checked lately lets it go", async () => {
  const { made, publish, safeguardId } = await makeRepeated();
  const failed = { ...checkBy(made.therapist, safeguardId, dayIn(made)), outcome: "fails" as const };
  await attestSafeguard(made.therapist, failed, null);
  await expect(publish()).rejects.toMatchObject({
    reason: "claim-not-fresh",
    details: { state: "failed", since: dayIn(made) },
  });
  await checkToday(made, safeguardId);
  expect(await publish()).toMatchObject({ number: 2 });
});
