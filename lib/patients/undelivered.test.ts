import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { messageDeliveries, messageFailures, messages } from "@/db/schema";
import { listRequestFacts } from "@/lib/consents/request-facts";
import { inPractice, readPractice } from "@/lib/in-practice";
import { oweReminder } from "@/lib/messages/owe-message";
import { askPatients } from "@/lib/requests/ask-patients";
import { cancelRequest } from "@/lib/requests/cancel-request";
import { declineRequest } from "@/lib/requests/decline-request";
import { requestsPage } from "@/lib/screens/desk/requests";
import { testDatabase } from "@/test/database";
import { type MadePractice, makeDisclosure, makePatient, makePractice, makeStaff } from "@/test/factories";
import { archivePatient } from "./archive-patient";
import { listUndelivered } from "./undelivered";

await testDatabase();

let made: MadePractice;
let disclosureId: string;

beforeAll(async () => {
  made = await makePractice();
  disclosureId = (await makeDisclosure(made)).disclosure.id;
});

const hour = 60 * 60_000;

async function asked(outcome: "refused" | "unreachable" | "delivered-late") {
  const { patient } = await makePatient(made, { legalName: outcome });
  await askPatients(made.office, { patientIds: [patient.id], disclosureIds: [disclosureId], dueOn: null });
  const { practiceId } = made.system;
  await inPractice(made.system, async (tx, now) => {
    const [message] = await tx.select().from(messages).where(eq(messages.patientId, patient.id));
    const of = { practiceId, messageId: message?.id ?? "" };
    const kind = outcome === "refused" ? "refused" : "unreachable";
    const nextTryAt = kind === "refused" ? null : new Date(now.getTime() + hour);
    await tx
      .insert(messageFailures)
      .values({ ...of, id: uuid(), kind, cause: "550", failedAt: now, nextTryAt });
    if (outcome === "delivered-late") {
      await tx.insert(messageDeliveries).values({ ...of, id: uuid(), deliveredAt: now });
    }
  });
  return patient;
}

const listed = (inMinutes = 0, ctx = made.office) =>
  readPractice(ctx, async (tx, now) => {
    const rows = await listUndelivered(tx, ctx, new Date(now.getTime() + inMinutes * 60_000));
    return rows.map(({ patientId }) => patientId);
  });

test("a mailbox that refused is listed at once, until the question is taken back", async () => {
  const patient = await asked("refused");
  expect(await listed()).toContain(patient.id);
  const open = await requestsPage(made.office, { filter: "all", search: "refused", page: 1 }, "en");
  await cancelRequest(made.office, open.rows[0]?.id ?? "");
  expect(await listed()).not.toContain(patient.id);
});

test("an archived patient is not called about it", async () => {
  const patient = await asked("refused");
  await archivePatient(made.office, { patientId: patient.id });
  expect(await listed()).not.toContain(patient.id);
});

test("a mailbox that cannot be reached is listed after an hour", async () => {
  const patient = await asked("unreachable");
  expect(await listed(59)).not.toContain(patient.id);
  expect(await listed(61)).toContain(patient.id);
});

test("a reminder that a mailbox refused is listed as well, also when the question had arrived", async () => {
  const patient = await asked("delivered-late");
  await inPractice(made.system, async (tx, now) => {
    const [question] = await tx.select().from(messages).where(eq(messages.patientId, patient.id));
    const sittingId = question?.sittingId ?? "";
    const mail = { requestId: question?.id ?? "", sittingId, notBefore: null };
    const later = new Date(now.getTime() + 1);
    const messageId = (await oweReminder(tx, made.system, patient, mail, later)) ?? "";
    const failure = { practiceId: made.practice.id, id: uuid(), messageId };
    await tx.insert(messageFailures).values({ ...failure, kind: "refused", cause: "550", failedAt: later });
  });
  expect(await listed()).toContain(patient.id);
});

test("who asked not to be asked is not called about it", async () => {
  const { patient, ctx } = await makePatient(made);
  await askPatients(made.office, { patientIds: [patient.id], disclosureIds: [disclosureId], dueOn: null });
  await inPractice(made.system, async (tx, now) => {
    const [message] = await tx.select().from(messages).where(eq(messages.patientId, patient.id));
    const of = { practiceId: made.practice.id, id: uuid(), messageId: message?.id ?? "" };
    await tx.insert(messageFailures).values({ ...of, kind: "refused", cause: "550", failedAt: now });
  });
  expect(await listed()).toContain(patient.id);
  const open = await readPractice(ctx, (tx) => listRequestFacts(tx, ctx, [patient.id]));
  await declineRequest(ctx, open[0]?.id ?? "");
  expect(await listed()).not.toContain(patient.id);
});

test("a message that arrived in the end is not listed", async () => {
  const patient = await asked("delivered-late");
  expect(await listed(120)).not.toContain(patient.id);
});

test("nobody sees it of patients they may not see", async () => {
  await asked("refused");
  const colleague = await makeStaff(made, { roles: ["therapist"] });
  const foreign = await makePractice();
  expect(await listed(120, colleague)).toEqual([]);
  expect(await listed(120, foreign.office)).toEqual([]);
});
