import { and, eq } from "drizzle-orm";
import postgres from "postgres";
import { expect, it } from "vitest";
import { messages } from "@/db/schema";
import { inPractice, readPractice } from "@/lib/in-practice";
import { testDatabase } from "@/test/database";
import { makePatient, makePractice } from "@/test/factories";
import { oweCopyReady, oweQuestion } from "./owe-message";

const { url } = await testDatabase();
const question = {
  requestId: "019ad000-0000-7000-8000-000000000001",
  sittingId: "019ad000-0000-7000-8000-000000000001",
  notBefore: null,
};

it("owes a question to the patient's own mailbox, leading to the request", async () => {
  const made = await makePractice();
  const { patient, ctx } = await makePatient(made, { language: "es" });
  await inPractice(made.office, (tx, now) => oweQuestion(tx, made.office, patient, question, now));

  const owed = await readPractice(made.system, (tx) =>
    tx
      .select()
      .from(messages)
      .where(and(eq(messages.practiceId, made.practice.id))),
  );
  expect(owed).toMatchObject([
    {
      kind: "question",
      userId: ctx.userId,
      patientId: patient.id,
      toAddress: patient.email,
      language: "es",
      landing: `/my/${made.practice.slug}/requests/${question.requestId}`,
    },
  ]);
});

it("owes nothing to a patient without an address", async () => {
  const made = await makePractice();
  const { patient } = await makePatient(made, { email: null });
  await inPractice(made.office, async (tx, now) => {
    await oweQuestion(tx, made.office, patient, question, now);
    await oweCopyReady(tx, made.office, patient, "/my/x", now);
  });
  const owed = await readPractice(made.system, (tx) =>
    tx.select().from(messages).where(eq(messages.practiceId, made.practice.id)),
  );
  expect(owed).toEqual([]);
});

it("wakes the worker when the message is committed, and not before", async () => {
  const made = await makePractice();
  const { patient } = await makePatient(made);
  const listener = postgres(url, { max: 1 });
  const woken = Promise.withResolvers<string>();
  await listener.listen("candor_work", () => woken.resolve("woken"));

  let committed = false;
  await inPractice(made.office, async (tx, now) => {
    await oweQuestion(tx, made.office, patient, question, now);
    const early = await Promise.race([woken.promise, new Promise((done) => setTimeout(done, 100, "asleep"))]);
    expect(early).toBe("asleep");
    committed = true;
  });
  expect(await woken.promise).toBe("woken");
  expect(committed).toBe(true);
  await listener.end();
});
