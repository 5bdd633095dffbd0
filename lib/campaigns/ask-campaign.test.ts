import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test, vi } from "vitest";
import { closeDatabase } from "@/db/client";
import { campaignHolders, messages, requests } from "@/db/schema";
import { answerRequest } from "@/lib/answers/answer-request";
import { answerTo, ask } from "@/lib/consents/consents.fixture";
import { readPractice } from "@/lib/in-practice";
import { archivePatient } from "@/lib/patients/archive-patient";
import { withdrawAnswer } from "@/lib/withdrawals/withdraw-answer";
import { ownDatabase } from "@/test/database";
import { makePatient, makePractice, makeVersion, trailOf } from "@/test/factories";
import { askDueCampaigns, askHolders } from "./ask-campaign";
import { makeCampaign, makeHolders, outcomeOf } from "./campaigns.fixture";

const { asSuperuser } = await ownDatabase();
afterAll(closeDatabase);
const untilDone = new AbortController().signal;

async function makeDue(count: number, more: Parameters<typeof makeCampaign>[3] = {}) {
  const before = await makeHolders(count);
  const ids = before.holders.map(({ patient }) => patient.id);
  const { campaignId, text } = await makeCampaign(before.made, before.text.disclosure.id, ids, more);
  return { ...before, ids, campaignId, next: text, outcome: () => outcomeOf(before.made, campaignId) };
}

describe("a campaign whose time has come", () => {
  test("asks each holder once, with a mail, in the name of who began it", async () => {
    const { made, ids, campaignId, next, outcome } = await makeDue(3);
    expect(await askDueCampaigns(untilDone)).toBe(3);
    expect(await askDueCampaigns(untilDone)).toBe(0);
    const { asked } = await outcome();
    expect(asked.map(({ patientId }) => patientId).sort()).toEqual(ids.toSorted());
    for (const request of asked)
      expect(request).toMatchObject({
        origin: "new-version",
        askedBy: made.owner.staffId,
        versionId: next.version.id,
        askingId: campaignId,
        route: "system",
      });
    const mails = await readPractice(made.system, (tx) => tx.select().from(messages));
    for (const { sittingId } of asked)
      expect(mails.filter((mail) => mail.sittingId === sittingId)).toMatchObject([{ kind: "question" }]);
    const recorded = (await trailOf(made.practice.id)).filter(
      ({ name, actor }) => name === "request.made" && JSON.stringify(actor).includes("worker"),
    );
    expect(recorded.map(({ requestId }) => requestId).sort()).toEqual(asked.map(({ id }) => id).sort());
  });

  test("not before its time, and not what was stopped", async () => {
    const { outcome } = await makeDue(1, { leavesInMinutes: 10 });
    expect(await askDueCampaigns(untilDone)).toBe(0);
    expect((await outcome()).asked).toEqual([]);
  });

  test("leaves out with a reason who is not to be asked any more, and records it", async () => {
    const { made, holders, outcome } = await makeDue(3);
    const [gone, tookBack] = holders;
    await archivePatient(made.owner, { patientId: gone?.patient.id ?? "" });
    if (tookBack) await withdrawAnswer(tookBack.ctx, { answerId: tookBack.answerId, itemIds: null });
    expect(await askDueCampaigns(untilDone)).toBe(3);
    const { asked, skipped } = await outcome();
    expect(asked).toHaveLength(1);
    const reasons = Object.fromEntries(skipped.map(({ patientId, reason }) => [patientId, reason]));
    expect(reasons).toEqual({
      [gone?.patient.id ?? ""]: "archived",
      [tookBack?.patient.id ?? ""]: "said-no",
    });
    const events = (await trailOf(made.practice.id)).filter(
      ({ name }) => name === "campaign.patient-skipped",
    );
    expect(events.map(({ reason }) => reason).sort()).toEqual(["archived", "said-no"]);
  });

  test("leaves the rest to a campaign about a later text", async () => {
    const { made, ids, next, outcome } = await makeDue(2);
    const later = await makeCampaign(made, next.disclosure.id, ids, { leavesInMinutes: 5 });
    await askDueCampaigns(untilDone);
    const { asked, skipped } = await outcome();
    expect(asked).toEqual([]);
    expect(skipped.map(({ reason }) => reason)).toEqual(["newer-text", "newer-text"]);
    await asSuperuser(`update campaigns set leaves_at = begun_at where id = '${later.campaignId}'`);
    await askDueCampaigns(untilDone);
    expect((await outcomeOf(made, later.campaignId)).asked).toHaveLength(2);
  });
});

describe("who still reads the earlier text", () => {
  test("waits until the new one is in force, and then counts as asked", async () => {
    const before = await makeHolders(1);
    const { made, text, holders } = before;
    const effectiveFrom = new Date(Date.now() + 86_400_000);
    await makeVersion(made, text.disclosure.id, { change: "material" });
    const [holder] = holders;
    const ids = [holder?.patient.id ?? ""];
    await ask(made, holder?.ctx ?? (await makePatient(made)).ctx, ids[0] ?? "", text.disclosure.id);
    const { campaignId, text: next } = await makeCampaign(made, text.disclosure.id, ids, { effectiveFrom });
    expect(await askDueCampaigns(untilDone)).toBe(0);
    await asSuperuser(`update versions set effective_from = published_at where id = '${next.version.id}'`);
    expect(await askDueCampaigns(untilDone)).toBe(1);
    const { asked, skipped } = await outcomeOf(made, campaignId);
    expect(asked).toEqual([]);
    expect(skipped).toMatchObject([{ reason: "already-asked" }]);
  });

  test("and answers it after the new one was published is asked about that one too", async () => {
    const { made, text } = await makeHolders(0);
    const { patient, ctx } = await makePatient(made);
    const requestId = await ask(made, ctx, patient.id, text.disclosure.id);
    const effectiveFrom = new Date(Date.now() + 86_400_000);
    const { campaignId } = await makeCampaign(made, text.disclosure.id, [], { effectiveFrom });
    const holders = () =>
      readPractice(made.system, (tx) =>
        tx.select().from(campaignHolders).where(eq(campaignHolders.campaignId, campaignId)),
      );
    expect(await holders()).toEqual([]);
    await answerRequest(ctx, answerTo(requestId, text));
    expect(await holders()).toMatchObject([{ patientId: patient.id }]);
    expect(await askDueCampaigns(untilDone)).toBe(1);
    expect((await outcomeOf(made, campaignId)).asked).toMatchObject([{ patientId: patient.id }]);
  });

  test("is not asked again when the answer is no", async () => {
    const { made, text } = await makeHolders(0);
    const { patient, ctx } = await makePatient(made);
    const requestId = await ask(made, ctx, patient.id, text.disclosure.id);
    const effectiveFrom = new Date(Date.now() + 86_400_000);
    await makeCampaign(made, text.disclosure.id, [], { effectiveFrom });
    const yes = answerTo(requestId, text);
    const answers = Object.fromEntries(Object.keys(yes.answers).map((id) => [id, "no" as const]));
    await answerRequest(ctx, { ...yes, answers });
    expect(await readPractice(made.system, (tx) => tx.select().from(campaignHolders))).toEqual([]);
  });
});

describe("a worker that is killed", () => {
  test("leaves nobody out and asks nobody twice", async () => {
    const { made, ids, campaignId, outcome } = await makeDue(6);
    await askHolders(made.system, campaignId, { after: null, most: 2 });
    const stopped = new AbortController();
    stopped.abort();
    expect(await askDueCampaigns(stopped.signal)).toBe(0);
    expect((await outcome()).asked).toHaveLength(2);
    await Promise.all([askDueCampaigns(untilDone), askDueCampaigns(untilDone)]);
    while ((await askDueCampaigns(untilDone)) > 0);
    expect((await outcome()).asked.map(({ patientId }) => patientId).sort()).toEqual(ids.toSorted());
  });

  test("in the middle of a batch has asked nobody of it", async () => {
    const { made, ids, campaignId, outcome } = await makeDue(4);
    await asSuperuser(`create function die() returns trigger language plpgsql as $$
        begin perform pg_sleep(0.1); perform pg_terminate_backend(pg_backend_pid()); return new; end $$;
      create trigger die before insert on messages for each row
        when (new.patient_id = '${ids.toSorted()[2]}') execute function die()`);
    await expect(askHolders(made.system, campaignId, { after: null, most: 4 })).rejects.toThrow();
    expect((await outcome()).asked).toEqual([]);
    await asSuperuser("drop trigger die on messages");
    expect(await askDueCampaigns(untilDone)).toBe(4);
    expect((await outcome()).asked).toHaveLength(4);
    expect(await askDueCampaigns(untilDone)).toBe(0);
  });

  test("ten at once ask everybody once", async () => {
    const { ids, outcome } = await makeDue(12);
    await Promise.all(Array.from({ length: 10 }, () => askDueCampaigns(untilDone)));
    while ((await askDueCampaigns(untilDone)) > 0);
    expect((await outcome()).asked.map(({ patientId }) => patientId).sort()).toEqual(ids.toSorted());
  });
});

test("one patient about whom it fails does not keep the others from being asked", async () => {
  const { ids, outcome } = await makeDue(3);
  const [broken = ""] = ids.toSorted();
  await asSuperuser(`update patients set email = 'nobody@patients.test' where id = '${broken}'`);
  const logged = vi.spyOn(console, "error").mockImplementation(() => {});
  expect(await askDueCampaigns(untilDone)).toBe(2);
  expect(logged).toHaveBeenCalledOnce();
  logged.mockRestore();
  expect((await outcome()).asked.map(({ patientId }) => patientId)).not.toContain(broken);
  await asSuperuser(`update patients set email = null, mailbox_of = null where id = '${broken}'`);
  await askDueCampaigns(untilDone);
  expect((await outcome()).asked).toHaveLength(3);
});

test("another practice cannot ask for it", async () => {
  const { campaignId } = await makeDue(1, { leavesInMinutes: 10 });
  const other = await makePractice();
  const asked = askHolders(other.system, campaignId, { after: null, most: 5 });
  await expect(asked).rejects.toHaveProperty("name", "NotFound");
  expect(await readPractice(other.system, (tx) => tx.select().from(requests))).toEqual([]);
});
