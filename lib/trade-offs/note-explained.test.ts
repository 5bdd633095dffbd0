import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { acknowledgements } from "@/db/schema";
import { daysAfter } from "@/lib/dates";
import { NotFound } from "@/lib/errors";
import { readPractice } from "@/lib/in-practice";
import { checkedFact } from "@/lib/platforms/listed.fixture";
import { noteFact } from "@/lib/platforms/note-fact";
import { findEvidence } from "@/lib/signatures/find-evidence";
import { testDatabase } from "@/test/database";
import { makePractice, makeStaff, trailOf } from "@/test/factories";
import { noteExplained } from "./note-explained";
import { type Agreed, explanationOf, makeAgreed, shownTo } from "./trade-offs.fixture";

await testDatabase();
afterAll(closeDatabase);

const refusedAs = (reason: string) => expect.objectContaining({ reason });

function kept({ made }: Agreed) {
  return readPractice(made.owner, (tx) => tx.select().from(acknowledgements));
}

test("keeps the text, the day and who noted it, and claims no signature", async () => {
  const agreed = await makeAgreed();
  const { made, day } = agreed;
  const text = await shownTo(agreed, "explained");
  const { acknowledgementId } = await noteExplained(made.therapist, await explanationOf(agreed));
  const byStaff = made.therapist.staffId;
  expect(await kept(agreed)).toEqual([
    expect.objectContaining({ id: acknowledgementId, kind: "explained", explainedOn: day, byStaff, ...text }),
  ]);
  const evidence = await readPractice(made.owner, (tx) => findEvidence(tx, made.owner, acknowledgementId));
  expect(evidence).toMatchObject({
    printedName: null,
    mark: null,
    notedBy: { staffId: byStaff, name: "Test therapist" },
  });
});

test("is told in the trail with its day, and then how they meet", async () => {
  const agreed = await makeAgreed();
  await noteExplained(agreed.made.owner, await explanationOf(agreed));
  expect((await trailOf(agreed.made.practice.id)).slice(-2)).toMatchObject([
    { name: "platform-request.acknowledged", kind: "explained", explainedOn: agreed.day },
    { name: "patient.placed", platformId: agreed.there },
  ]);
});

test.each([
  ["tomorrow", 1, "explained-in-future"],
  ["before the wish", -1, "explained-before-wish"],
])("a session %s cannot have explained it", async (_, days, reason) => {
  const agreed = await makeAgreed();
  const explained = { ...(await explanationOf(agreed)), explainedOn: daysAfter(agreed.day, days) };
  await expect(noteExplained(agreed.made.therapist, explained)).rejects.toEqual(refusedAs(reason));
});

test("facts that changed since the page was opened are looked at first", async () => {
  const agreed = await makeAgreed();
  const explained = await explanationOf(agreed);
  await noteFact(agreed.made.owner, checkedFact(agreed.there, { value: "partly" }));
  await expect(noteExplained(agreed.made.therapist, explained)).rejects.toEqual(
    refusedAs("trade-off-differs"),
  );
  expect(await kept(agreed)).toEqual([]);
});

test("another practice, and who does not treat the patient, find nothing", async () => {
  const agreed = await makeAgreed();
  const explained = await explanationOf(agreed);
  const colleague = await makeStaff(agreed.made, { roles: ["therapist"] });
  for (const ctx of [(await makePractice()).owner, colleague])
    await expect(noteExplained(ctx, explained)).rejects.toThrow(NotFound);
  await expect(noteExplained(agreed.made.office, explained)).rejects.toEqual(refusedAs("not-your-role"));
});

test("two at once are one note and the same receipt", async () => {
  const agreed = await makeAgreed();
  const explained = await explanationOf(agreed);
  const { owner, therapist } = agreed.made;
  const [one, other] = await Promise.all([owner, therapist].map((ctx) => noteExplained(ctx, explained)));
  expect(one).toEqual(other);
  expect(await kept(agreed)).toHaveLength(1);
});
