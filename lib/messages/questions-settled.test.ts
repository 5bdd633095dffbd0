import { eq } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { closeDatabase } from "@/db/client";
import { messageSettlements, messages } from "@/db/schema";
import { answerRequest } from "@/lib/answers/answer-request";
import { answerTo } from "@/lib/consents/consents.fixture";
import { listRequestFacts } from "@/lib/consents/request-facts";
import { readPractice } from "@/lib/in-practice";
import { archivePatient } from "@/lib/patients/archive-patient";
import { restorePatient } from "@/lib/patients/restore-patient";
import { askPatients } from "@/lib/requests/ask-patients";
import { cancelRequest } from "@/lib/requests/cancel-request";
import { findDue } from "@/lib/worker/find-due";
import { ownDatabase } from "@/test/database";
import { makeDisclosure, makePatient, makePractice, trailOf } from "@/test/factories";
import { sendOwedMessage } from "./send-owed-messages";

await ownDatabase();
afterAll(closeDatabase);

/** A patient asked about two texts in one sitting, and the one mail owed about it. */
async function makeSitting() {
  const made = await makePractice();
  const { patient, ctx } = await makePatient(made);
  const texts = [await makeDisclosure(made), await makeDisclosure(made)];
  const disclosureIds = texts.map(({ disclosure }) => disclosure.id);
  await askPatients(made.therapist, { patientIds: [patient.id], disclosureIds, dueOn: null });
  const facts = await readPractice(ctx, (tx) => listRequestFacts(tx, ctx, [patient.id]));
  const requests = texts.map((text) => ({
    text,
    id: facts.find(({ disclosureId }) => disclosureId === text.disclosure.id)?.id ?? "",
  }));
  const owed = await readPractice(made.system, (tx) =>
    tx.select({ id: messages.id }).from(messages).where(eq(messages.practiceId, made.practice.id)),
  );
  const sent: string[] = [];
  const send = () =>
    sendOwedMessage(made.system, owed[0]?.id ?? "", async ({ to }) => {
      sent.push(to);
      return { state: "delivered" };
    });
  const settled = () => readPractice(made.system, (tx) => tx.select().from(messageSettlements));
  return { made, patient, ctx, requests, send, sent, settled, messageId: owed[0]?.id ?? "" };
}

type Sitting = Awaited<ReturnType<typeof makeSitting>>;
const cancel = ({ made, requests }: Sitting, index: number) =>
  cancelRequest(made.therapist, requests[index]?.id ?? "");

async function answer({ ctx, requests }: Sitting, index: number) {
  const request = requests[index];
  if (request) await answerRequest(ctx, answerTo(request.id, request.text));
}

describe("a question is not mailed any more", () => {
  it.each<[string, string, (sitting: Sitting) => Promise<unknown>]>([
    [
      "when all of it was taken back",
      "nothing-open",
      async (sitting) => [await cancel(sitting, 0), await cancel(sitting, 1)],
    ],
    [
      "when what was not taken back is answered",
      "nothing-open",
      async (sitting) => [await cancel(sitting, 0), await answer(sitting, 1)],
    ],
    [
      "when the patient is archived",
      "archived",
      ({ made, patient }) => archivePatient(made.owner, { patientId: patient.id }),
    ],
  ])("%s", async (_, cause, settle) => {
    const sitting = await makeSitting();
    await settle(sitting);
    expect(await sitting.send()).toBe(false);
    expect(sitting.sent).toEqual([]);
    expect(await sitting.settled()).toMatchObject([{ messageId: sitting.messageId, cause }]);
    expect((await trailOf(sitting.made.practice.id)).at(-1)).toMatchObject({
      name: "message.settled",
      cause,
    });

    expect(await sitting.send()).toBe(false);
    expect((await findDue("unsent", 1_000)).map(({ id }) => id)).not.toContain(sitting.messageId);
    expect(await sitting.settled()).toHaveLength(1);
  });
});

describe("a question is mailed all the same", () => {
  it.each<[string, (sitting: Sitting) => Promise<unknown>]>([
    ["when a part of it is still open", (sitting) => cancel(sitting, 0)],
    ["when another part is answered", (sitting) => answer(sitting, 1)],
    [
      "when the patient was archived and is cared for again",
      async ({ made, patient }) => {
        await archivePatient(made.owner, { patientId: patient.id });
        await restorePatient(made.owner, { patientId: patient.id });
      },
    ],
  ])("%s", async (_, happens) => {
    const sitting = await makeSitting();
    await happens(sitting);
    expect(await sitting.send()).toBe(true);
    expect(sitting.sent).toEqual([sitting.patient.email]);
    expect(await sitting.settled()).toEqual([]);
  });
});
