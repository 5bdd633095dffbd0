import { beforeAll, describe, expect, test } from "vitest";
import { concludeConversation } from "@/lib/conversations/conclude-conversation";
import { talkFirst } from "@/lib/conversations/talk-first";
import { NotFound, Refused } from "@/lib/errors";
import { makeEntryCode } from "@/lib/patients/make-entry-code";
import { proveFirstEntry } from "@/lib/patients/prove-first-entry";
import { missesUntilLocked } from "@/lib/patients/rules";
import { askPatients } from "@/lib/requests/ask-patients";
import { testDatabase } from "@/test/database";
import { type MadePractice, makeDisclosure, makePatient, makePractice, makeStaff } from "@/test/factories";
import { patientPage } from "./patient";
import { todayPage } from "./today";
import { linesAbout } from "./today.fixture";

await testDatabase();

let made: MadePractice;
let ana: Awaited<ReturnType<typeof makePatient>>;

beforeAll(async () => {
  made = await makePractice();
  ana = await makePatient(made);
  const { disclosure } = await makeDisclosure(made);
  await askPatients(made.office, {
    patientIds: [ana.patient.id],
    disclosureIds: [disclosure.id],
    dueOn: null,
  });
});

describe("the page of a patient", () => {
  test("has what is open, what was sent and the story", async () => {
    const page = await patientPage(made.therapist, ana.patient.id, "en");
    expect(page.consents.map(({ state }) => state.word)).toEqual(["requested"]);
    expect(page.messages.map(({ kind, deliveredAt }) => [kind, deliveredAt])).toEqual([["question", null]]);
    expect(page.trail.entries.map(({ name }) => name)).toEqual(["request.made"]);
    expect(page.entry.first?.method).toBe("date-of-birth");
  });

  test("is not found by a colleague or another practice", async () => {
    const colleague = await makeStaff(made, { roles: ["therapist"] });
    const foreign = await makePractice();
    for (const ctx of [colleague, foreign.owner]) {
      await expect(patientPage(ctx, ana.patient.id, "en")).rejects.toBeInstanceOf(NotFound);
    }
  });

  test("offers the auditor nothing to change", async () => {
    const { may } = await patientPage(made.auditor, ana.patient.id, "en");
    expect(new Set(Object.values(may))).toEqual(new Set([false]));
  });

  test("keeps the note of a conversation from the office", async () => {
    const ben = await makePatient(made);
    const { disclosure } = await makeDisclosure(made);
    const patientIds = [ben.patient.id];
    await askPatients(made.office, { patientIds, disclosureIds: [disclosure.id], dueOn: null });
    const before = await patientPage(made.therapist, ben.patient.id, "en");
    const requestId = before.consents.find(({ state }) => state.question)?.state.question?.requestId ?? "";
    await talkFirst(ben.ctx, requestId);
    const talks = linesAbout(await todayPage(made.therapist, "en"), "talk").flatMap((line) => line.talks);
    const conversationId = talks.find(({ patientId }) => patientId === ben.patient.id)?.id ?? "";
    const outcome = "wants-time" as const;
    await concludeConversation(made.therapist, {
      conversationIds: [conversationId],
      outcome,
      note: "After the holidays",
    });

    const [read] = (await patientPage(made.therapist, ben.patient.id, "en")).conversations;
    expect(read).toMatchObject({ note: "After the holidays", outcome });
    const [hidden] = (await patientPage(made.office, ben.patient.id, "en")).conversations;
    expect(hidden).toMatchObject({ note: null, hasNote: true, outcome });
  });
});

test("a locked first entry needs somebody until a code is made", async () => {
  const { patient, ctx } = await makePatient(made, { unproven: true, dateOfBirth: "1990-01-01" });
  for (let miss = 0; miss < missesUntilLocked; miss += 1) {
    await expect(proveFirstEntry(ctx, { dateOfBirth: "1991-01-01" })).rejects.toBeInstanceOf(Refused);
  }
  const locked = async () =>
    linesAbout(await todayPage(made.office, "en"), "locked").map(({ patientId }) => patientId);
  expect(await locked()).toEqual([patient.id]);
  expect((await patientPage(made.office, patient.id, "en")).entry.locked).toBe(true);
  await makeEntryCode(made.office, { patientId: patient.id });
  expect(await locked()).toEqual([]);
});

test("the auditor is not asked to conclude conversations", async () => {
  expect(await todayPage(made.auditor, "en")).toMatchObject({ mayConclude: false });
});
