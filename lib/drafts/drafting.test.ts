import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { disclosures, retirements } from "@/db/schema";
import type { StaffContext } from "@/lib/context";
import { listDisclosures } from "@/lib/disclosures/queries";
import { starterFor } from "@/lib/drafts/starters/starter-for";
import { NotFound } from "@/lib/errors";
import { inPractice, readPractice } from "@/lib/in-practice";
import { testDatabase } from "@/test/database";
import { type MadePractice, makeDisclosure, makePractice, trailOf } from "@/test/factories";
import { beginDraft } from "./begin-draft";
import { discardDraft } from "./discard-draft";
import { draft } from "./drafts.fixture";
import { findDraft, getDraft } from "./queries";
import { saveDraft } from "./save-draft";
import { startDisclosure } from "./start-disclosure";
import { draftSha256 } from "./version-of-draft";

await testDatabase();
afterAll(closeDatabase);

const stored = (ctx: StaffContext, disclosureId: string) =>
  readPractice(ctx, (tx) => findDraft(tx, ctx, disclosureId));

async function makeDraft() {
  const made = await makePractice();
  const { disclosure, texts } = await makeDisclosure(made);
  await beginDraft(made.therapist, disclosure.id);
  return { made, disclosureId: disclosure.id, texts };
}

const rowsOf = ({ system }: MadePractice) => readPractice(system, (tx) => tx.select().from(disclosures));

const eventsOf = async ({ practice }: MadePractice) =>
  (await trailOf(practice.id)).filter(({ name }) => String(name).startsWith("disclosure.draft"));

describe("beginning a draft", () => {
  test("starts from what the newest published version says, word for word", async () => {
    const { made, disclosureId, texts } = await makeDraft();
    const begun = await stored(made.office, disclosureId);
    expect(begun).toMatchObject({ revision: 1, savedBy: made.therapist.staffId });
    const hashes = begun && [draftSha256(begun.content, "en"), draftSha256(begun.content, "es")];
    expect(hashes).toEqual([texts.en.textSha256, texts.es.textSha256]);
  });

  test("records the event", async () => {
    const { made, disclosureId } = await makeDraft();
    const draftId = (await stored(made.office, disclosureId))?.id;
    expect(await eventsOf(made)).toMatchObject([{ name: "disclosure.draft-begun", disclosureId, draftId }]);
  });

  test("twice gives the same draft, and one event", async () => {
    const { made, disclosureId } = await makeDraft();
    await saveDraft(made.therapist, { disclosureId, revision: 1, content: draft() });
    expect(await beginDraft(made.owner, disclosureId)).toMatchObject({ revision: 2 });
    expect(await eventsOf(made)).toHaveLength(1);
  });

  test("of two at once both get the one draft", async () => {
    const made = await makePractice();
    const { disclosure } = await makeDisclosure(made);
    const [one, other] = await Promise.all([
      beginDraft(made.therapist, disclosure.id),
      beginDraft(made.owner, disclosure.id),
    ]);
    expect(one).toEqual(other);
    expect(await eventsOf(made)).toHaveLength(1);
  });

  test("is refused once the disclosure is retired", async () => {
    const made = await makePractice();
    const { disclosure } = await makeDisclosure(made);
    const { practiceId, staffId } = made.owner;
    await inPractice(made.owner, (tx, now) =>
      tx.insert(retirements).values({
        practiceId,
        id: disclosure.id,
        disclosureId: disclosure.id,
        retiredAt: now,
        retiredBy: staffId,
      }),
    );
    const begun = beginDraft(made.owner, disclosure.id);
    await expect(begun).rejects.toMatchObject({ reason: "disclosure-retired" });
  });

  test("another practice does not find the disclosure", async () => {
    const { disclosureId } = await makeDraft();
    const { owner } = await makePractice();
    await expect(beginDraft(owner, disclosureId)).rejects.toBeInstanceOf(NotFound);
  });
});

describe("saving a draft", () => {
  test("keeps what was written and counts it, and is no event", async () => {
    const { made, disclosureId } = await makeDraft();
    const saved = await saveDraft(made.owner, { disclosureId, revision: 1, content: draft() });
    expect(saved).toEqual({ revision: 2, savedAt: expect.any(Date) });
    const found = await stored(made.office, disclosureId);
    expect(found).toMatchObject({ revision: 2, content: draft(), savedBy: made.owner.staffId });
    expect(await eventsOf(made)).toHaveLength(1);
  });

  test("is refused with who saved meanwhile and when, and keeps theirs", async () => {
    const { made, disclosureId } = await makeDraft();
    const theirs = draft({ answersLastMonths: 12 });
    const { savedAt } = await saveDraft(made.owner, { disclosureId, revision: 1, content: theirs });
    await expect(
      saveDraft(made.therapist, { disclosureId, revision: 1, content: draft() }),
    ).rejects.toMatchObject({
      reason: "draft-changed-meanwhile",
      details: { name: "Test owner", at: savedAt.getTime() },
    });
    expect(await stored(made.office, disclosureId)).toMatchObject({ revision: 2, content: theirs });
  });

  test("of two at once one is kept, and the other learns of it", async () => {
    const { made, disclosureId } = await makeDraft();
    const both = await Promise.allSettled(
      [made.owner, made.therapist].map((ctx) =>
        saveDraft(ctx, { disclosureId, revision: 1, content: draft() }),
      ),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await stored(made.office, disclosureId)).toMatchObject({ revision: 2 });
  });

  test("another practice does not find the draft", async () => {
    const { disclosureId } = await makeDraft();
    const { owner } = await makePractice();
    const saved = saveDraft(owner, { disclosureId, revision: 1, content: draft() });
    await expect(saved).rejects.toBeInstanceOf(NotFound);
  });
});

describe("throwing a draft away", () => {
  test("leaves nothing of it but the event", async () => {
    const { made, disclosureId } = await makeDraft();
    const begun = await readPractice(made.owner, (tx) => getDraft(tx, made.owner, disclosureId));
    await discardDraft(made.owner, { disclosureId, revision: 1 });
    expect(await stored(made.office, disclosureId)).toBeNull();
    const [, gone] = await eventsOf(made);
    expect(gone).toMatchObject({ name: "disclosure.draft-discarded", draftId: begun.id });
  });

  test("is refused when somebody saved since", async () => {
    const { made, disclosureId } = await makeDraft();
    await saveDraft(made.therapist, { disclosureId, revision: 1, content: draft() });
    const gone = discardDraft(made.owner, { disclosureId, revision: 1 });
    await expect(gone).rejects.toMatchObject({ reason: "draft-changed-meanwhile" });
    expect(await stored(made.office, disclosureId)).not.toBeNull();
  });

  test("of two at once one throws it away, and the other finds nothing", async () => {
    const { made, disclosureId } = await makeDraft();
    const both = await Promise.allSettled(
      [made.owner, made.therapist].map((ctx) => discardDraft(ctx, { disclosureId, revision: 1 })),
    );
    const lost = both.find(({ status }) => status === "rejected");
    expect(lost).toMatchObject({ reason: { name: "NotFound" } });
    expect(await eventsOf(made)).toHaveLength(2);
  });

  test("another practice does not find the draft", async () => {
    const { disclosureId } = await makeDraft();
    const { owner } = await makePractice();
    await expect(discardDraft(owner, { disclosureId, revision: 1 })).rejects.toBeInstanceOf(NotFound);
  });
});

describe("starting a disclosure", () => {
  test("puts it last, with a draft of the starter, and records both", async () => {
    const made = await makePractice();
    await makeDisclosure(made, { position: 7 });
    const { disclosureId } = await startDisclosure(made.therapist, "authorization");
    const all = await readPractice(made.office, (tx) => listDisclosures(tx, made.office));
    expect(all.at(-1)).toMatchObject({ id: disclosureId, kind: "authorization", position: 8, versions: [] });
    const by = { createdBy: made.therapist.staffId, createdAt: expect.any(Date) };
    expect((await rowsOf(made)).find(({ id }) => id === disclosureId)).toMatchObject(by);
    const { content } = (await stored(made.office, disclosureId)) ?? {};
    expect(content).toEqual(starterFor("authorization"));
    expect((await trailOf(made.practice.id)).slice(-2)).toMatchObject([
      { name: "disclosure.created", disclosureId, kind: "authorization" },
      { name: "disclosure.draft-begun", disclosureId },
    ]);
  });

  test("is needed by those its kind concerns, and nobody has to be on video to need what comes before", async () => {
    const made = await makePractice();
    for (const kind of ["platform-disclosure", "video-sharing-consent", "authorization"] as const)
      await startDisclosure(made.owner, kind);
    const audiences = new Map((await rowsOf(made)).map(({ kind, audience }) => [kind, audience]));
    expect(audiences.get("platform-disclosure")).toBe("everyone");
    expect(audiences.get("video-sharing-consent")).toBe("recorded");
    expect(audiences.get("authorization")).toBe("by-hand");
  });

  test("takes nothing away from another practice, which does not see it", async () => {
    const [made, other] = [await makePractice(), await makePractice()];
    for (const { owner } of [other, made]) await startDisclosure(owner, "authorization");
    const [[own], [foreign]] = [await rowsOf(made), await rowsOf(other)];
    expect([own?.key, own?.position]).toEqual([foreign?.key, foreign?.position]);
    expect(await rowsOf(made)).toHaveLength(1);
  });

  test("of two at once each has a key and a place of its own", async () => {
    const made = await makePractice();
    await Promise.all([made.owner, made.therapist].map((ctx) => startDisclosure(ctx, "authorization")));
    const all = await readPractice(made.office, (tx) => listDisclosures(tx, made.office));
    expect(all.map(({ position }) => position)).toEqual([1, 2]);
    expect(new Set(all.map(({ key }) => key)).size).toBe(2);
  });
});
