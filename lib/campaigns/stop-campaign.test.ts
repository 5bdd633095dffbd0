import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { campaignHolders, campaignStops } from "@/db/schema";
import { answerRequest } from "@/lib/answers/answer-request";
import { answerTo, ask } from "@/lib/consents/consents.fixture";
import { readPractice } from "@/lib/in-practice";
import { ownDatabase } from "@/test/database";
import { makePatient, makePractice, trailOf } from "@/test/factories";
import { askDueCampaigns, askHolders } from "./ask-campaign";
import { makeCampaign, makeHolders, outcomeOf } from "./campaigns.fixture";
import { stopCampaign } from "./stop-campaign";

await ownDatabase();
afterAll(closeDatabase);
const untilDone = new AbortController().signal;

async function makeBegun(holders = 3) {
  const before = await makeHolders(holders);
  const ids = before.holders.map(({ patient }) => patient.id);
  const effectiveFrom = new Date(Date.now() + 86_400_000);
  const begun = await makeCampaign(before.made, before.text.disclosure.id, ids, { effectiveFrom });
  return { ...before, campaignId: begun.campaignId };
}

describe("stopping a campaign", () => {
  test("before it asked anybody, nobody is asked", async () => {
    const { made, campaignId } = await makeBegun();
    expect(await stopCampaign(made.owner, { campaignId })).toEqual({ asked: 0, left: 3 });
    expect(await askDueCampaigns(untilDone)).toBe(0);
    expect((await outcomeOf(made, campaignId)).asked).toEqual([]);
    const [stop] = await readPractice(made.system, (tx) => tx.select().from(campaignStops));
    expect(stop).toMatchObject({ campaignId, stoppedBy: made.owner.staffId });
  });

  test("in the middle, it says how many were asked, and asks nobody more", async () => {
    const { made, campaignId } = await makeBegun();
    await askHolders(made.system, campaignId, { after: null, most: 2 });
    expect(await stopCampaign(made.owner, { campaignId })).toEqual({ asked: 2, left: 1 });
    expect(await askHolders(made.system, campaignId, { after: null, most: 2 })).toMatchObject({ done: 0 });
    expect((await outcomeOf(made, campaignId)).asked).toHaveLength(2);
  });

  test("records the event", async () => {
    const { made, campaignId } = await makeBegun(1);
    await stopCampaign(made.therapist, { campaignId });
    expect((await trailOf(made.practice.id)).at(-1)).toMatchObject({ name: "campaign.stopped", campaignId });
  });

  test("is refused when it was stopped, and when there is nobody left to ask; of two at once, one stops", async () => {
    const { made, campaignId } = await makeBegun(1);
    const both = await Promise.allSettled([1, 2].map(() => stopCampaign(made.owner, { campaignId })));
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const again = stopCampaign(made.owner, { campaignId });
    await expect(again).rejects.toMatchObject({ reason: "campaign-stopped" });
    const done = await makeBegun(1);
    await askDueCampaigns(untilDone);
    const late = stopCampaign(done.made.owner, { campaignId: done.campaignId });
    await expect(late).rejects.toMatchObject({ reason: "campaign-finished" });
  });

  test("another practice does not find it, and the office may not", async () => {
    const { made, campaignId } = await makeBegun(1);
    const other = await makePractice();
    await expect(stopCampaign(other.owner, { campaignId })).rejects.toHaveProperty("name", "NotFound");
    await expect(stopCampaign(made.office, { campaignId })).rejects.toMatchObject({
      reason: "not-your-role",
    });
  });

  test("nobody joins one that was stopped", async () => {
    const { made, text, campaignId } = await makeBegun(0);
    const { patient, ctx } = await makePatient(made);
    const requestId = await ask(made, ctx, patient.id, text.disclosure.id);
    const { ctx: other, patient: second } = await makePatient(made);
    const secondId = await ask(made, other, second.id, text.disclosure.id);
    await answerRequest(ctx, answerTo(requestId, text));
    await stopCampaign(made.owner, { campaignId });
    await answerRequest(other, answerTo(secondId, text));
    const joined = await readPractice(made.system, (tx) => tx.select().from(campaignHolders));
    expect(joined.map(({ patientId }) => patientId)).toEqual([patient.id]);
  });
});
