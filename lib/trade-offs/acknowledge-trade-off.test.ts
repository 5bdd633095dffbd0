import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { acknowledgements, placements } from "@/db/schema";
import { answerRequest } from "@/lib/answers/answer-request";
import { answerTo, ask } from "@/lib/consents/consents.fixture";
import { NotFound } from "@/lib/errors";
import { readPractice } from "@/lib/in-practice";
import { leavePlatform } from "@/lib/platforms/leave-platform";
import { checkedFact } from "@/lib/platforms/listed.fixture";
import { noteFact } from "@/lib/platforms/note-fact";
import { platformsOfRecord } from "@/lib/platforms/queries";
import { findEvidence } from "@/lib/signatures/find-evidence";
import { goBack } from "@/lib/wishes/go-back";
import { takeBackWish } from "@/lib/wishes/take-back-wish";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makePatient, makePractice, trailOf } from "@/test/factories";
import { acknowledgeTradeOff } from "./acknowledge-trade-off";
import { noteExplained } from "./note-explained";
import { type Agreed, explanationOf, makeAgreed, shownTo, signatureOf } from "./trade-offs.fixture";

await testDatabase();
afterAll(closeDatabase);

const refusedAs = (reason: string) => expect.objectContaining({ reason });

function kept({ made }: Agreed) {
  return readPractice(made.owner, (tx) => tx.select().from(acknowledgements));
}

async function metOn({ made, patient }: Agreed) {
  return readPractice(made.owner, async (tx, now) => {
    const ofRecord = await platformsOfRecord(tx, made.owner, [patient.id], now);
    return ofRecord({ patientId: patient.id });
  });
}

test("keeps the text as it was shown, with how it was signed, and the change begins", async () => {
  const agreed = await makeAgreed();
  const { made, ctx, patient, there, wishId } = agreed;
  const text = await shownTo(agreed, "signed");
  const { acknowledgementId } = await acknowledgeTradeOff(ctx, await signatureOf(agreed));
  expect(await kept(agreed)).toEqual([
    expect.objectContaining({
      id: acknowledgementId,
      wishId: wishId,
      kind: "signed",
      byStaff: null,
      ...text,
    }),
  ]);
  expect(await metOn(agreed)).toMatchObject({ platformId: there, isOwn: true });
  const evidence = await readPractice(made.owner, (tx) => findEvidence(tx, made.owner, acknowledgementId));
  expect(evidence).toMatchObject({
    printedName: patient.legalName,
    capacity: "self",
    mark: null,
    intent: "By pressing Sign I confirm that I have read what is different there.",
  });
});

test("is told in the trail with the fingerprint of the text, and then how they meet", async () => {
  const agreed = await makeAgreed();
  const { textSha256 } = await shownTo(agreed, "signed");
  const { acknowledgementId } = await acknowledgeTradeOff(agreed.ctx, await signatureOf(agreed));
  const trail = await trailOf(agreed.made.practice.id);
  expect(trail.slice(-2)).toMatchObject([
    { name: "platform-request.acknowledged", acknowledgementId, kind: "signed", textSha256 },
    { name: "patient.placed", platformId: agreed.there, origin: "request" },
  ]);
});

test("facts that changed between showing and signing are shown again instead of signed", async () => {
  const agreed = await makeAgreed();
  const signature = await signatureOf(agreed);
  await noteFact(agreed.made.owner, checkedFact(agreed.there, { value: "partly" }));
  await expect(acknowledgeTradeOff(agreed.ctx, signature)).rejects.toEqual(refusedAs("trade-off-differs"));
  expect(await kept(agreed)).toEqual([]);
  expect(await metOn(agreed)).toMatchObject({ platformId: agreed.here });
  await acknowledgeTradeOff(agreed.ctx, await signatureOf(agreed));
  expect(await kept(agreed)).toHaveLength(1);
});

test("facts that change later do not change what was signed", async () => {
  const agreed = await makeAgreed();
  await acknowledgeTradeOff(agreed.ctx, await signatureOf(agreed));
  const [before] = await kept(agreed);
  await noteFact(agreed.made.owner, checkedFact(agreed.there, { value: "yes" }));
  expect(await kept(agreed)).toEqual([before]);
});

test("a yes to recording that rests there is told in the text", async () => {
  const agreed = await makeAgreed();
  const { made, ctx, patient } = agreed;
  expect((await shownTo(agreed, "signed")).body).not.toContain("it is not lost");
  const text = await makeDisclosure(made);
  await answerRequest(ctx, answerTo(await ask(made, ctx, patient.id, text.disclosure.id), text));
  expect((await shownTo(agreed, "signed")).body).toContain("it is not lost");
});

test("a name nobody here knows is asked about once", async () => {
  const agreed = await makeAgreed();
  const signature = { ...(await signatureOf(agreed)), printedName: "Somebody Else" };
  await expect(acknowledgeTradeOff(agreed.ctx, signature)).rejects.toEqual(refusedAs("name-unknown"));
  await acknowledgeTradeOff(agreed.ctx, { ...signature, confirmedName: "Somebody Else" });
  expect(await kept(agreed)).toHaveLength(1);
});

test.each([
  ["an empty name", { printedName: " " }, "name-empty"],
  ["a name no font draws", { printedName: "Ana 😀" }, "name-not-drawable"],
  ["a drawing that cannot be read", { mark: [[]] }, "mark-unreadable"],
])("%s is refused", async (_, change, reason) => {
  const agreed = await makeAgreed();
  const signature = { ...(await signatureOf(agreed)), ...change };
  await expect(acknowledgeTradeOff(agreed.ctx, signature)).rejects.toEqual(refusedAs(reason));
});

test("a wish that was taken back cannot be signed, and a platform that was left neither", async () => {
  const [taken, left] = [await makeAgreed(), await makeAgreed()];
  const [first, second] = [await signatureOf(taken), await signatureOf(left)];
  await takeBackWish(taken.ctx, { wishId: taken.wishId });
  await expect(acknowledgeTradeOff(taken.ctx, first)).rejects.toEqual(refusedAs("wish-taken-back"));
  await leavePlatform(left.made.owner, { platformId: left.there, why: "Too many drops." });
  await expect(acknowledgeTradeOff(left.ctx, second)).rejects.toEqual(refusedAs("platform-left"));
});

test("somebody else's wish is not found, in this practice or another", async () => {
  const agreed = await makeAgreed();
  const signature = await signatureOf(agreed);
  const { ctx: neighbour } = await makePatient(agreed.made);
  const { ctx: stranger } = await makePatient(await makePractice());
  for (const ctx of [neighbour, stranger])
    await expect(acknowledgeTradeOff(ctx, signature)).rejects.toThrow(NotFound);
});

test("two at once are one acknowledgement, one placement and the same receipt", async () => {
  const agreed = await makeAgreed();
  const signature = await signatureOf(agreed);
  const [one, other] = await Promise.all([1, 2].map(() => acknowledgeTradeOff(agreed.ctx, signature)));
  expect(one).toEqual(other);
  expect(await kept(agreed)).toHaveLength(1);
  const placed = await readPractice(agreed.made.owner, (tx) => tx.select().from(placements));
  expect(placed).toHaveLength(1);
});

test("signed and explained at once: one of them counts, and the other is told", async () => {
  const agreed = await makeAgreed();
  const [signature, explanation] = [await signatureOf(agreed), await explanationOf(agreed)];
  const tries = await Promise.allSettled([
    acknowledgeTradeOff(agreed.ctx, signature),
    noteExplained(agreed.made.therapist, explanation),
  ]);
  expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(tries.find(({ status }) => status === "rejected")).toMatchObject({
    reason: refusedAs("wish-already-read"),
  });
  expect(await kept(agreed)).toHaveLength(1);
});

test("either side can go back from what was signed", async () => {
  const agreed = await makeAgreed();
  await acknowledgeTradeOff(agreed.ctx, await signatureOf(agreed));
  await goBack(agreed.made.therapist, { wishId: agreed.wishId, seen: "in-trial" });
  expect(await metOn(agreed)).toMatchObject({ platformId: agreed.here });
});
