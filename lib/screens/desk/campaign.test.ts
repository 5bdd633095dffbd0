import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { answerRequest } from "@/lib/answers/answer-request";
import { askDueCampaigns, askHolders } from "@/lib/campaigns/ask-campaign";
import { makeCampaign, makeHolders } from "@/lib/campaigns/campaigns.fixture";
import { stopCampaign } from "@/lib/campaigns/stop-campaign";
import { answerTo } from "@/lib/consents/consents.fixture";
import { listRequestFacts } from "@/lib/consents/request-facts";
import { withClock } from "@/lib/frozen-clock";
import { readPractice } from "@/lib/in-practice";
import { sendOwedMessages } from "@/lib/messages/send-owed-messages";
import { archivePatient } from "@/lib/patients/archive-patient";
import { declineRequest } from "@/lib/requests/decline-request";
import { ownDatabase } from "@/test/database";
import { makePatient, makePractice, makeStaff } from "@/test/factories";
import { campaignPage } from "./campaign";
import { requestsPage } from "./requests";

const { asSuperuser } = await ownDatabase();
afterAll(closeDatabase);
const untilDone = new AbortController().signal;
const whole = { versionId: null, filter: "all", search: "", page: 1 } as const;

async function makeGoing(count: number) {
  const before = await makeHolders(count);
  const ids = before.holders.map(({ patient }) => patient.id);
  const { id: disclosureId } = before.text.disclosure;
  const { campaignId, text } = await makeCampaign(before.made, disclosureId, ids);
  const page = (asked: Partial<Parameters<typeof campaignPage>[2]> = {}) =>
    campaignPage(before.made.owner, disclosureId, { ...whole, ...asked }, "en");
  const standingOf = async (index: number) =>
    (await page()).rows.find(({ patientId }) => patientId === ids[index])?.state;
  return { ...before, ids, disclosureId, campaignId, next: text, page, standingOf };
}

describe("how far asking again has come", () => {
  test("is told of each person: asked, reached, refused, in the room, answered and skipped", async () => {
    const { made, holders, ids, next, page, standingOf } = await makeGoing(5);
    const [answers, refuses, roomed, gone] = holders;
    await asSuperuser(
      `update patients set email = null, mailbox_of = null where id = '${roomed?.patient.id}'`,
    );
    await archivePatient(made.owner, { patientId: gone?.patient.id ?? "" });
    expect((await page()).progress).toEqual({ all: 5, asked: 0, skipped: 0, left: 5 });
    expect((await page()).isMoving).toBe(true);

    await askDueCampaigns(untilDone);
    expect(await standingOf(0)).toBe("leaving");
    await sendOwedMessages(untilDone, async ({ to }) =>
      to === refuses?.patient.email
        ? { state: "failed", kind: "refused", cause: "550" }
        : { state: "delivered" },
    );
    const ctx = answers?.ctx;
    if (!ctx) throw new Error("There is no holder");
    const facts = await readPractice(ctx, (tx) => listRequestFacts(tx, ctx, ctx.patientIds));
    await answerRequest(ctx, answerTo(facts.find(({ answer }) => !answer)?.id ?? "", next));

    const states = await Promise.all(ids.map((_, index) => standingOf(index)));
    expect(states).toEqual(["answered", "not-reached", "in-the-room", "skipped", "reached"]);
    const shown = await page({ filter: "answered" });
    expect(shown.rows).toMatchObject([{ patientId: ids[0], yes: 1, uses: 2 }]);
    expect(shown).toMatchObject({ matches: 1, total: 5, isMoving: false });
    expect(shown.calls.map(({ patientId }) => patientId).sort()).toEqual([ids[1], ids[2]].toSorted());
    expect(shown.counts.get("skipped")).toBe(1);
  });

  test("is told from day to day, of those whom one may see", async () => {
    const { made, holders, campaignId, disclosureId, next, page } = await makeGoing(3);
    expect((await page()).days).toBeNull();
    const past = (days: number) => new Date(Date.now() - days * 86_400_000);
    await withClock(past(2), () => askHolders(made.system, campaignId, { after: null, most: 3 }));
    const requestOf = async ({ ctx }: (typeof holders)[number]) =>
      (await readPractice(ctx, (tx) => listRequestFacts(tx, ctx, ctx.patientIds))).find(
        ({ answer }) => !answer,
      )?.id ?? "";
    const [answers, declines] = holders;
    if (!answers || !declines) throw new Error("There is no holder");
    await withClock(past(1), async () =>
      answerRequest(answers.ctx, answerTo(await requestOf(answers), next)),
    );
    await declineRequest(declines.ctx, await requestOf(declines));
    expect((await page()).days?.points).toMatchObject([
      { asked: 3, answered: 0, waiting: 3 },
      { asked: 3, answered: 1, waiting: 2 },
      { asked: 3, answered: 1, waiting: 1 },
    ]);
    const colleague = await makeStaff(made, { roles: ["therapist"] });
    expect((await campaignPage(colleague, disclosureId, whole, "en")).days).toBeNull();
  });

  test("is searched by name, and says what is left after a stop", async () => {
    const { made, ids, campaignId, page } = await makeGoing(3);
    await asSuperuser(`update patients set legal_name = 'Łukasz Nowak' where id = '${ids[0]}'`);
    expect((await page({ search: "lukasz" })).rows.map(({ patientId }) => patientId)).toEqual([ids[0]]);
    await askHolders(made.system, campaignId, { after: null, most: 2 });
    const running = await requestsPage(made.office, { filter: "all", search: "", page: 1 }, "en");
    expect(running.campaigns).toMatchObject([{ id: campaignId, all: 3, left: 1 }]);
    expect((await page()).mayStop).toBe(true);
    await stopCampaign(made.owner, { campaignId });
    const stopped = await page();
    expect(stopped).toMatchObject({ mayStop: false, isMoving: false, progress: { asked: 2, left: 1 } });
    expect(stopped.counts.get("not-asked")).toBe(1);
  });

  test("shows therapists their own patients, and is not found elsewhere or where there was none", async () => {
    const { made, disclosureId } = await makeGoing(1);
    const colleague = await makeStaff(made, { roles: ["therapist"] });
    expect((await campaignPage(colleague, disclosureId, whole, "en")).rows).toEqual([]);
    expect((await campaignPage(made.therapist, disclosureId, whole, "en")).rows).toHaveLength(1);
    const other = await makePractice();
    await makePatient(other);
    const foreign = campaignPage(other.owner, disclosureId, whole, "en");
    await expect(foreign).rejects.toHaveProperty("name", "NotFound");
    const before = await makeHolders(0);
    const none = campaignPage(before.made.owner, before.text.disclosure.id, whole, "en");
    await expect(none).rejects.toHaveProperty("name", "NotFound");
  });
});
