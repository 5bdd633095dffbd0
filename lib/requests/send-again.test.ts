import { and, asc, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { describe, expect, test } from "vitest";
import { messageFailures, messages, type Practice } from "@/db/schema";
import { withClock } from "@/lib/frozen-clock";
import { inPractice, readPractice } from "@/lib/in-practice";
import { sendOwedMessage } from "@/lib/messages/send-owed-messages";
import { archivePatient } from "@/lib/patients/archive-patient";
import { editPatient } from "@/lib/patients/edit-patient";
import { editableFacts } from "@/lib/patients/rules";
import { listUndelivered } from "@/lib/patients/undelivered";
import { testDatabase } from "@/test/database";
import {
  makeDisclosure,
  makePatient,
  makePractice,
  quietNights,
  testAddress,
  trailOf,
} from "@/test/factories";
import { askPatients } from "./ask-patients";
import { sendAgain } from "./send-again";
import { countUnsent } from "./unsent-questions";

await testDatabase();

/** A patient asked about two texts at a mailbox that refused the mail. */
async function unreached(settings: Partial<Practice> = {}) {
  const made = await makePractice(settings);
  const { patient } = await makePatient(made);
  const disclosureIds = [await makeDisclosure(made), await makeDisclosure(made)].map(
    ({ disclosure }) => disclosure.id,
  );
  await askPatients(made.office, { patientIds: [patient.id], disclosureIds, dueOn: null });
  const mails = () =>
    readPractice(made.system, (tx) =>
      tx
        .select()
        .from(messages)
        .where(and(eq(messages.patientId, patient.id), eq(messages.kind, "question")))
        .orderBy(asc(messages.owedAt), asc(messages.id)),
    );
  const [first] = await mails();
  await inPractice(made.system, (tx, failedAt) =>
    tx.insert(messageFailures).values({
      practiceId: made.practice.id,
      id: uuid(),
      messageId: first?.id ?? "",
      kind: "refused",
      cause: "550",
      failedAt,
      nextTryAt: null,
    }),
  );
  const email = testAddress();
  const correct = (to: string | null = email) => {
    const loaded = editableFacts(patient);
    return editPatient(made.office, { ...loaded, email: to, patientId: patient.id, loaded });
  };
  const listed = () =>
    readPractice(made.office, async (tx, now) =>
      (await listUndelivered(tx, made.office, now)).map(({ toAddress, kind }) => ({ toAddress, kind })),
    );
  const unsent = (address: string | null) =>
    readPractice(made.office, (tx) => countUnsent(tx, made.office, { id: patient.id, email: address }));
  const again = () => sendAgain(made.office, { patientId: patient.id });
  return { made, patient, email, mails, correct, listed, unsent, again };
}

describe("after the address was corrected", () => {
  test("what is undelivered is about the address in force, until it is sent there with one press", async () => {
    const { patient, email, mails, correct, listed, unsent, again } = await unreached();
    expect(await listed()).toEqual([{ toAddress: patient.email, kind: "refused" }]);
    await correct();
    expect(await listed()).toEqual([{ toAddress: email, kind: "not-sent" }]);
    expect(await unsent(email)).toBe(2);

    expect(await again()).toEqual({ sent: 2, leavesAt: null });
    const [before, after, ...more] = await mails();
    expect(more).toEqual([]);
    expect(after).toMatchObject({ toAddress: email, sittingId: before?.sittingId, notBefore: null });
    expect(await listed()).toEqual([]);
    expect(await unsent(email)).toBe(0);
  });

  test("each question sent again is recorded, with its mail", async () => {
    const { made, patient, mails, correct, again } = await unreached();
    await correct();
    await again();
    const messageId = (await mails()).at(-1)?.id;
    const sent = (await trailOf(made.practice.id)).filter(({ name }) => name === "request.sent-again");
    const recorded = { patient: patient.id, messageId, actor: { kind: "staff", id: made.office.staffId } };
    expect(sent).toMatchObject([recorded, recorded]);
  });

  test("nothing is undelivered once there is no address: it is asked in the room", async () => {
    const { correct, listed, again } = await unreached();
    await correct(null);
    expect(await listed()).toEqual([]);
    await expect(again()).rejects.toMatchObject({ reason: "no-address" });
  });
});

describe("sending again", () => {
  test("ten at once send one mail", async () => {
    const { mails, correct, again } = await unreached();
    await correct();
    const tried = await Promise.allSettled(Array.from({ length: 10 }, again));
    expect(tried.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(tried.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { reason: "mail-just-sent" },
    });
    expect(await mails()).toHaveLength(2);
  });

  test("of a mail that arrived is refused for an hour, and then reminds by hand", async () => {
    const { made, mails, correct, again } = await unreached();
    await correct();
    await again();
    const id = (await mails()).at(-1)?.id ?? "";
    await sendOwedMessage(made.system, id, async () => ({ state: "delivered" }));
    await expect(again()).rejects.toMatchObject({ reason: "mail-just-sent" });
    const inAnHour = new Date(Date.now() + 61 * 60_000);
    expect(await withClock(inAnHour, again)).toEqual({ sent: 2, leavesAt: null });
  });

  test("wakes nobody, unless somebody says that it leaves at once", async () => {
    const night = new Date("2030-03-03T06:00:00Z");
    const morning = new Date("2030-03-03T16:00:00Z");
    for (const [leaving, leavesAt] of [[undefined, morning] as const, ["at-once", null] as const]) {
      const { made, patient, mails, correct } = await unreached(quietNights);
      await correct();
      const again = () => sendAgain(made.office, { patientId: patient.id, leaving });
      expect(await withClock(night, again)).toEqual({ sent: 2, leavesAt });
      expect((await mails()).at(-1)?.notBefore).toEqual(leavesAt);
    }
  });

  test("of a question that is not open, or to an archived patient, is refused", async () => {
    const { made, patient, again } = await unreached();
    const unknown = sendAgain(made.office, { patientId: patient.id, requestId: uuid() });
    await expect(unknown).rejects.toMatchObject({ reason: "nothing-waits" });
    await archivePatient(made.owner, { patientId: patient.id });
    await expect(again()).rejects.toMatchObject({ reason: "patient-archived" });
  });

  test("the auditor is refused; another practice finds nobody", async () => {
    const { made, patient } = await unreached();
    const about = { patientId: patient.id };
    await expect(sendAgain(made.auditor, about)).rejects.toMatchObject({ reason: "not-your-role" });
    const other = await makePractice();
    await expect(sendAgain(other.office, about)).rejects.toHaveProperty("name", "NotFound");
  });
});
