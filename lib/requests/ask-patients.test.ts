import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { messages, type Practice, requestNotes } from "@/db/schema";
import { answerRequest } from "@/lib/answers/answer-request";
import { makeAsked } from "@/lib/consents/consents.fixture";
import { listRequestFacts } from "@/lib/consents/request-facts";
import { withClock } from "@/lib/frozen-clock";
import { readPractice } from "@/lib/in-practice";
import { noteFirstMeeting } from "@/lib/patients/note-first-meeting";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makePatient, makePractice, quietNights, trailOf } from "@/test/factories";
import { askPatients, previewAsk } from "./ask-patients";
import { listRequestNotes } from "./request-notes";

const { asSuperuser } = await testDatabase();
afterAll(closeDatabase);

async function makeTwoTexts(settings: Partial<Practice> = {}) {
  const made = await makePractice(settings);
  const { patient, ctx } = await makePatient(made);
  const [first, second] = [await makeDisclosure(made), await makeDisclosure(made)];
  const input = {
    patientIds: [patient.id],
    disclosureIds: [first.disclosure.id, second.disclosure.id],
    dueOn: null,
  };
  return { made, patient, ctx, first, second, input };
}

describe("asking", () => {
  test("puts every text to every patient, as one sitting with one message", async () => {
    const { made, ctx, patient, input } = await makeTwoTexts();
    const plan = await askPatients(made.office, input);
    expect(plan.asked).toHaveLength(2);
    const facts = await readPractice(ctx, (tx) => listRequestFacts(tx, ctx, [patient.id]));
    expect(new Set(facts.map(({ sittingId }) => sittingId)).size).toBe(1);
    expect(await readPractice(ctx, (tx) => tx.select().from(messages))).toHaveLength(1);
    const made2 = (await trailOf(made.practice.id)).filter(({ name }) => name === "request.made");
    expect(made2.map(({ requestId }) => requestId)).toEqual(facts.map(({ id }) => id));
  });

  test("wants no answer by a day that is over where the practice is", async () => {
    const { made, input } = await makeTwoTexts();
    // 20:30 of 2 March in Los Angeles, 3 March in UTC.
    await withClock(new Date("2030-03-03T04:30:00Z"), async () => {
      const late = { ...input, dueOn: "2030-03-01" };
      await expect(previewAsk(made.office, late)).rejects.toMatchObject({ reason: "due-in-past" });
      await expect(askPatients(made.office, late)).rejects.toMatchObject({ reason: "due-in-past" });
      expect((await askPatients(made.office, { ...input, dueOn: "2030-03-02" })).asked).toHaveLength(2);
    });
  });

  test("looking ahead says the same as asking does, and changes nothing", async () => {
    const { made, input } = await makeTwoTexts();
    const before = await trailOf(made.practice.id);
    const plan = await previewAsk(made.office, input);
    expect(await trailOf(made.practice.id)).toEqual(before);
    const { asked, skipped, leaving, leavesAt } = plan;
    const said = { asked, skipped, leaving, leavesAt };
    expect(await askPatients(made.office, input)).toMatchObject(said);
  });

  test("asking twice, one after the other or at once, asks once", async () => {
    const { made, ctx, patient, input } = await makeTwoTexts();
    await Promise.all([askPatients(made.office, input), askPatients(made.therapist, input)]);
    const facts = await readPractice(ctx, (tx) => listRequestFacts(tx, ctx, [patient.id]));
    expect(facts).toHaveLength(2);
    const again = await askPatients(made.office, input);
    expect(again.skipped.map(({ reason }) => reason)).toEqual(["already-asked", "already-asked"]);
  });

  test("archived patients and live answers are skipped with the reason", async () => {
    const asked = await makeAsked();
    await answerRequest(asked.ctx, asked.input);
    const archived = await makePatient(asked.made, { archived: true });
    const plan = await askPatients(asked.made.office, {
      patientIds: [asked.patient.id, archived.patient.id],
      disclosureIds: [asked.text.disclosure.id],
      dueOn: null,
    });
    expect(plan.asked).toEqual([]);
    expect(plan.skipped.map(({ reason }) => reason).sort()).toEqual(["already-satisfied", "archived"]);
  });

  test("a parent's mailbox whose patient is of age is not written to, since it could not answer", async () => {
    const { made, first, ctx } = await makeTwoTexts();
    const { patient } = await makePatient(made, { mailboxOf: "parent" });
    const disclosureIds = [first.disclosure.id];
    const plan = await askPatients(made.office, { patientIds: [patient.id], disclosureIds, dueOn: null });
    expect(plan).toMatchObject({ asked: [], skipped: [{ reason: "mailbox-outgrown" }] });
    expect(await readPractice(ctx, (tx) => tx.select().from(messages))).toEqual([]);
  });

  test("a patient without an address is asked, and no message is owed", async () => {
    const { made, first } = await makeTwoTexts();
    const { patient, ctx } = await makePatient(made, { email: null });
    await askPatients(made.office, {
      patientIds: [patient.id],
      disclosureIds: [first.disclosure.id],
      dueOn: null,
    });
    expect(await readPractice(ctx, (tx) => tx.select().from(messages))).toHaveLength(0);
  });

  test("recording waits for the first meeting, unless the practice chooses otherwise", async () => {
    const made = await makePractice();
    const { patient } = await makePatient(made, { unmet: true });
    const text = await makeDisclosure(made);
    const input = { patientIds: [patient.id], disclosureIds: [text.disclosure.id], dueOn: null };
    expect((await previewAsk(made.office, input)).skipped).toMatchObject([{ reason: "not-met" }]);
    await noteFirstMeeting(made.office, { patientId: patient.id });
    expect((await previewAsk(made.office, input)).asked).toHaveLength(1);
    const other = await makePractice({ recordingAfterMeeting: false });
    const early = await makePatient(other, { unmet: true });
    const { disclosure } = await makeDisclosure(other);
    const any = { patientIds: [early.patient.id], disclosureIds: [disclosure.id], dueOn: null };
    expect((await previewAsk(other.office, any)).asked).toHaveLength(1);
  });

  test("a no is asked once more with a note, which is stored sealed and read by the practice", async () => {
    const asked = await makeAsked();
    const { made, ctx, patient, text } = asked;
    const answers = Object.fromEntries(Object.keys(asked.input.answers).map((id) => [id, "no" as const]));
    await answerRequest(ctx, { ...asked.input, answers });
    const input = { patientIds: [patient.id], disclosureIds: [text.disclosure.id], dueOn: null };
    expect((await askPatients(made.office, input)).skipped).toMatchObject([{ reason: "said-no" }]);
    const note = "She asked about it on the phone.";
    expect((await askPatients(made.office, { ...input, note })).asked).toMatchObject([{ noted: true }]);
    const read = await readPractice(made.owner, async (tx) => ({
      notes: await listRequestNotes(tx, made.owner, patient.id),
      stored: await tx.select().from(requestNotes),
    }));
    expect([...read.notes.values()]).toEqual([note]);
    expect(read.stored[0]?.sealed.includes(note)).toBe(false);
    await asSuperuser("update request_notes set sealed = '\\x00'");
    const altered = await readPractice(made.owner, (tx) => listRequestNotes(tx, made.owner, patient.id));
    expect([...altered.values()]).toEqual([null]);
  });

  test("nobody is woken: mail waits for the morning unless somebody says that it leaves at once", async () => {
    const { made, input, patient } = await makeTwoTexts(quietNights);
    const { patient: other } = await makePatient(made);
    const morning = new Date("2030-03-03T16:00:00Z");
    // 22:00 in Los Angeles.
    await withClock(new Date("2030-03-03T06:00:00Z"), async () => {
      const one = await previewAsk(made.office, input);
      expect(one).toMatchObject({ leaving: "in-the-morning", leavesAt: morning });
      expect(await previewAsk(made.office, { ...input, leaving: "at-once" })).toMatchObject({
        leavesAt: null,
      });
      const both = { ...input, patientIds: [patient.id, other.id] };
      expect(await askPatients(made.office, both)).toMatchObject({ leavesAt: morning });
      const mails = await readPractice(made.system, (tx) => tx.select().from(messages));
      expect(mails.map(({ notBefore }) => notBefore)).toEqual([morning, morning]);
    });
  });

  test("the auditor is refused; another practice's patients, texts and colleagues' patients are not found", async () => {
    const { made, input } = await makeTwoTexts();
    await expect(askPatients(made.auditor, input)).rejects.toMatchObject({ reason: "not-your-role" });
    const other = await makeTwoTexts();
    await expect(askPatients(other.made.office, input)).rejects.toHaveProperty("name", "NotFound");
    const foreignText = { ...input, disclosureIds: other.input.disclosureIds };
    await expect(askPatients(made.office, foreignText)).rejects.toHaveProperty("name", "NotFound");
    const colleagues = await makePatient(made, { treatingStaffId: made.owner.staffId });
    const notMine = { ...input, patientIds: [colleagues.patient.id] };
    await expect(askPatients(made.therapist, notMine)).rejects.toHaveProperty("name", "NotFound");
  });
});
