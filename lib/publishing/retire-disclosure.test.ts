import { expect, test } from "vitest";
import { answerRequest } from "@/lib/answers/answer-request";
import { startAnswer } from "@/lib/answers/start-answer";
import { consentState } from "@/lib/consents/consent-state";
import { answerTo, ask } from "@/lib/consents/consents.fixture";
import { listRequestFacts } from "@/lib/consents/request-facts";
import { getDisclosure } from "@/lib/disclosures/queries";
import { readPractice } from "@/lib/in-practice";
import { askPatients } from "@/lib/requests/ask-patients";
import { withdrawAnswer } from "@/lib/withdrawals/withdraw-answer";
import { testDatabase } from "@/test/database";
import { makePatient, makePractice, trailOf } from "@/test/factories";
import { publishDraft } from "./publish-draft";
import { type Drafted, makeDrafted, makeHolder } from "./publishing.fixture";
import { retireDisclosure } from "./retire-disclosure";

await testDatabase();

async function makeAskedAbout() {
  const drafted = await makeDrafted();
  const { patient, ctx } = await makePatient(drafted.made);
  const requestId = await ask(drafted.made, ctx, patient.id, drafted.disclosureId);
  return { ...drafted, patient, ctx, requestId };
}

const disclosureOf = ({ made, disclosureId }: Drafted) =>
  readPractice(made.owner, (tx) => getDisclosure(tx, made.owner, disclosureId));

test("retiring is noted, open questions are taken back with it, and both are recorded", async () => {
  const asked = await makeAskedAbout();
  const { made, disclosureId, ctx, patient, requestId } = asked;
  expect(await retireDisclosure(made.owner, { disclosureId })).toEqual({ cancelled: 1 });
  expect((await disclosureOf(asked)).retiredAt).not.toBeNull();
  const facts = await readPractice(ctx, (tx) => listRequestFacts(tx, ctx, [patient.id]));
  expect(facts[0]?.cancelledAt).not.toBeNull();
  expect((await trailOf(made.practice.id)).slice(-2)).toMatchObject([
    { name: "disclosure.retired", disclosureId },
    { name: "request.cancelled", patient: patient.id, requestId },
  ]);
});

test("what was answered stays as it is, and can be taken back", async () => {
  const drafted = await makeDrafted();
  const { made, disclosureId } = drafted;
  const holder = await makeHolder(drafted);
  expect(await retireDisclosure(made.owner, { disclosureId })).toEqual({ cancelled: 0 });
  const requests = await readPractice(made.owner, (tx) =>
    listRequestFacts(tx, made.owner, [holder.patient.id]),
  );
  const { versions } = await disclosureOf(drafted);
  expect(consentState({ versions, requests }, new Date()).word).toBe("given");
  await withdrawAnswer(holder.ctx, { answerId: holder.answerId, itemIds: null });
});

test("nobody is asked any more, not by themselves either, and no next version is published", async () => {
  const drafted = await makeDrafted();
  const { made, disclosureId, input } = drafted;
  const { patient, ctx } = await makeHolder(drafted);
  await retireDisclosure(made.owner, { disclosureId });
  const asking = { patientIds: [patient.id], disclosureIds: [disclosureId], dueOn: null };
  expect((await askPatients(made.owner, asking)).skipped).toMatchObject([{ reason: "retired" }]);
  const anew = startAnswer(ctx, { patientId: patient.id, disclosureId });
  await expect(anew).rejects.toMatchObject({ reason: "nothing-to-answer" });
  await expect(publishDraft(made.owner, input)).rejects.toMatchObject({ reason: "disclosure-retired" });
});

test("another practice does not find it", async () => {
  const { disclosureId } = await makeDrafted();
  const { owner } = await makePractice();
  await expect(retireDisclosure(owner, { disclosureId })).rejects.toHaveProperty("name", "NotFound");
});

test("of two at once, one retires it", async () => {
  const { made, disclosureId } = await makeAskedAbout();
  const both = [made.owner, made.therapist].map((ctx) => retireDisclosure(ctx, { disclosureId }));
  const lost = (await Promise.allSettled(both)).filter(({ status }) => status === "rejected");
  expect(lost).toMatchObject([{ reason: { reason: "disclosure-retired" } }]);
});

test("an answer sent while it is retired counts, or is told that the question was taken back", async () => {
  const { made, disclosureId, ctx, requestId, text } = await makeAskedAbout();
  const [answered, retired] = await Promise.allSettled([
    answerRequest(ctx, answerTo(requestId, text)),
    retireDisclosure(made.owner, { disclosureId }),
  ]);
  expect(retired.status).toBe("fulfilled");
  const cancelled = retired.status === "fulfilled" && retired.value.cancelled;
  if (answered.status === "fulfilled") expect(cancelled).toBe(0);
  else expect([answered.reason.reason, cancelled]).toEqual(["request-cancelled", 1]);
});

test("a text retired while it is being asked about leaves no question open", async () => {
  for (let round = 0; round < 10; round += 1) {
    const { made, disclosureId } = await makeDrafted();
    const people = await Promise.all(Array.from({ length: 4 }, () => makePatient(made)));
    const asking = people.map(({ patient }) =>
      askPatients(made.therapist, { patientIds: [patient.id], disclosureIds: [disclosureId], dueOn: null }),
    );
    await Promise.all([...asking, retireDisclosure(made.owner, { disclosureId })]);
    const facts = await readPractice(made.owner, (tx) => listRequestFacts(tx, made.owner, null));
    expect(facts.filter(({ cancelledAt }) => !cancelledAt)).toEqual([]);
  }
});
