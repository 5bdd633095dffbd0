import { createServer } from "node:http";
import { eq } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { messages } from "@/db/schema";
import { answerRequest } from "@/lib/answers/answer-request";
import { answerTo } from "@/lib/consents/consents.fixture";
import { listRequestFacts } from "@/lib/consents/request-facts";
import { readPractice } from "@/lib/in-practice";
import { askPatients } from "@/lib/requests/ask-patients";
import { listen } from "@/lib/seal/time-service.fixture";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makePatient, makePractice } from "@/test/factories";
import { sealDocument } from "./seal-document";

await testDatabase();
afterAll(closeDatabase);

// The time service is asked in the middle of sealing: what happens there happens meanwhile.
let meanwhile = async () => {};
const timeService = await listen(
  createServer(async (_, response) => {
    await meanwhile();
    response.writeHead(500).end();
  }),
);
process.env.TSA_URL = timeService.url;
afterAll(timeService.stop);

/** Two texts asked together; each is answered when its turn comes. */
async function makeSitting() {
  const made = await makePractice();
  const { patient, ctx } = await makePatient(made);
  const texts = [await makeDisclosure(made), await makeDisclosure(made)];
  const disclosureIds = texts.map(({ disclosure }) => disclosure.id);
  await askPatients(made.therapist, { patientIds: [patient.id], disclosureIds, dueOn: null });
  const facts = await readPractice(ctx, (tx) => listRequestFacts(tx, ctx, [patient.id]));
  const answers = texts.map((text) => async () => {
    const requestId = facts.find(({ disclosureId }) => disclosureId === text.disclosure.id)?.id ?? "";
    return (await answerRequest(ctx, answerTo(requestId, text))).answerId;
  });
  const seal = (answerId: string) => sealDocument(made.system, answerId);
  const kindsOwed = async () => {
    const { kind, patientId } = messages;
    const owed = await readPractice(made.system, (tx) =>
      tx.select({ kind }).from(messages).where(eq(patientId, patient.id)),
    );
    return owed.map((message) => message.kind).sort();
  };
  return { answers, seal, kindsOwed };
}

test("word of the copies goes out once a sitting, however many workers seal it", async () => {
  const { answers, seal, kindsOwed } = await makeSitting();
  const answerIds = await Promise.all(answers.map((answer) => answer()));
  await Promise.all(answerIds.map(seal));
  expect(await kindsOwed()).toEqual(["copy-ready", "question"]);
});

test("and once when the last answer comes while the one before is being sealed", async () => {
  const { answers, seal, kindsOwed } = await makeSitting();
  const [first, last] = answers;
  const answerId = await first?.();
  let lastId: string | undefined;
  meanwhile = async () => {
    meanwhile = async () => {};
    lastId = await last?.();
  };
  await seal(answerId ?? "");
  await seal(lastId ?? "");
  expect(await kindsOwed()).toEqual(["copy-ready", "question"]);
});
