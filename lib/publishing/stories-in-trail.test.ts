import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { answerRequest } from "@/lib/answers/answer-request";
import { askHolders } from "@/lib/campaigns/ask-campaign";
import { listRequestFacts } from "@/lib/consents/request-facts";
import { completeDuty } from "@/lib/duties/complete-duty";
import { listOpenDuties } from "@/lib/duties/queries";
import { readPractice } from "@/lib/in-practice";
import { openRequest } from "@/lib/requests/open-request";
import { answerPage } from "@/lib/screens/my/answer";
import { concludeWatchEntry } from "@/lib/watch/conclude-watch-entry";
import { noteWatchEntry } from "@/lib/watch/note-watch-entry";
import { withdrawEverything } from "@/lib/withdrawals/withdraw-everything";
import { testDatabase } from "@/test/database";
import { trailOf } from "@/test/factories";
import { publishDraft } from "./publish-draft";
import { campaignsOf, makeDrafted, makeHolder } from "./publishing.fixture";

await testDatabase();
afterAll(closeDatabase);

test("from a change outside to a new text, a new answer and what taking it back left to do, in order", async () => {
  const drafted = await makeDrafted();
  const { made, disclosureId, input } = drafted;
  const { patient, ctx } = await makeHolder(drafted);
  const before = (await trailOf(made.practice.id)).length;

  const change = { subject: "Zoom", what: "New terms.", link: null, changedOn: "2026-01-01" };
  const { id: entryId } = await noteWatchEntry(made.owner, { ...change, disclosureIds: [disclosureId] });
  const followed = { conclusion: "new-text", note: null, forPatients: { en: null, es: null } } as const;
  await concludeWatchEntry(made.owner, { entryId, ...followed });
  await publishDraft(made.owner, input);
  const [campaign] = (await campaignsOf(made)).campaigns;
  await askHolders(made.system, campaign?.id ?? "", { after: null, most: 10 });
  const facts = await readPractice(ctx, (tx) => listRequestFacts(tx, ctx, [patient.id]));
  const requestId = facts.at(-1)?.id ?? "";
  const { text } = await answerPage(ctx, requestId, "en");
  await openRequest(ctx, { requestId, versionId: text.id });
  const shown = { requestId, versionId: text.id, language: text.language, textSha256: text.textSha256 };
  const answers = Object.fromEntries(text.items.map(({ id }) => [id, "yes" as const]));
  await answerRequest(ctx, { ...shown, answers, printedName: patient.legalName, mark: null });
  await withdrawEverything(ctx, { patientId: patient.id });
  const duties = await readPractice(made.owner, (tx) => listOpenDuties(tx, made.owner));
  for (const { id: dutyId } of duties) await completeDuty(made.therapist, { dutyIds: [dutyId], note: "" });

  const told = (await trailOf(made.practice.id)).slice(before).map(({ name }) => name);
  expect(told).toEqual([
    "watch.noted",
    "watch.concluded",
    "disclosure.published",
    "campaign.begun",
    "request.made",
    "request.opened",
    "consent.given",
    "consent.withdrawn",
    ...duties.map(() => "duty.owed"),
    ...duties.map(() => "duty.done"),
  ]);
  expect(duties.length).toBeGreaterThan(0);
});
