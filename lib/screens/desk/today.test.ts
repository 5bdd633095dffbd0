import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { closeDatabase } from "@/db/client";
import { messageDeliveries, messageFailures, messages, type Patient } from "@/db/schema";
import { answerRequest } from "@/lib/answers/answer-request";
import { recordEvent } from "@/lib/audit/record-event";
import { trySigning } from "@/lib/audit/try-signing";
import { makeAsked } from "@/lib/consents/consents.fixture";
import type { StaffContext } from "@/lib/context";
import { sealOwedDocuments } from "@/lib/documents/seal-owed-documents";
import { inPractice } from "@/lib/in-practice";
import { oweCopyReady } from "@/lib/messages/owe-message";
import { withdrawAnswer } from "@/lib/withdrawals/withdraw-answer";
import { ownDatabase } from "@/test/database";
import { type MadePractice, makePractice, makeStaff } from "@/test/factories";
import { boardPage } from "./board";
import { todayPage } from "./today";

const { asSuperuser } = await ownDatabase();
afterAll(closeDatabase);

const whole = { filter: "all", search: "", sort: "name", page: 1 } as const;
const todayOf = (ctx: StaffContext) => todayPage(ctx, "en");

describe("what waits for a document", () => {
  let asked: Awaited<ReturnType<typeof makeAsked>>;
  beforeAll(async () => {
    asked = await makeAsked();
    const { answerId } = await answerRequest(asked.ctx, asked.input);
    await withdrawAnswer(asked.ctx, { answerId, itemIds: null });
  });
  const unsealed = async (ctx: StaffContext = asked.made.auditor) => (await todayOf(ctx)).unsealed;

  test("is no matter for the first five minutes", async () => {
    expect(await unsealed()).toBe(0);
  });

  test("is counted after that, for those who see the patient", async () => {
    await asSuperuser("update signatures set signed_at = signed_at - interval '5 minutes 1 second'");
    const { made } = asked;
    expect(await unsealed()).toBe(2);
    expect(await unsealed(made.therapist)).toBe(2);
    expect(await unsealed(await makeStaff(made, { roles: ["therapist"] }))).toBe(0);
    expect(await unsealed((await makePractice()).owner)).toBe(0);
  });

  test("is not counted again when its failure is listed, nor when it is sealed", async () => {
    await asSuperuser(
      "update signature_evidence set sealed = '\\x00' where signature_id in (select id from answers)",
    );
    await sealOwedDocuments(new AbortController().signal);
    expect((await todayOf(asked.made.owner)).failingSeals).toHaveLength(1);
    expect(await unsealed()).toBe(0);
  });
});

describe("a trail that cannot be signed", () => {
  test("is shown to owner and auditor, and to nobody else", async () => {
    const made = await makePractice();
    const { system } = made;
    for (const _ of [1, 2])
      await inPractice(system, (tx) =>
        recordEvent(tx, system, { name: "settings.changed", changed: ["name"] }),
      );
    expect((await todayOf(made.owner)).unsigned).toBeNull();
    await asSuperuser(`delete from events where practice_id = '${system.practiceId}' and seq = 0`);
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    await trySigning(system);
    logged.mockRestore();
    expect((await todayOf(made.owner)).unsigned).toMatchObject({ fault: "altered" });
    expect((await todayOf(made.auditor)).unsigned).toMatchObject({ fault: "altered" });
    expect((await todayOf(made.office)).unsigned).toBeNull();
    expect((await todayOf(made.therapist)).unsigned).toBeNull();
  });
});

describe("word of a copy that a mailbox refused", () => {
  let made: MadePractice;
  let patient: Patient;
  beforeAll(async () => {
    ({ made, patient } = await makeAsked());
    await owed("refused");
  });

  /** Owes word of a copy, with its outcome. */
  async function owed(outcome: "refused" | "delivered") {
    await inPractice(made.system, async (tx, now) => {
      await oweCopyReady(tx, made.system, patient, "/my/x/documents", now);
      const rows = await tx.select().from(messages).where(eq(messages.kind, "copy-ready"));
      const messageId = rows.toSorted((a, b) => a.owedAt.getTime() - b.owedAt.getTime()).at(-1)?.id ?? "";
      const of = { practiceId: made.practice.id, id: uuid(), messageId };
      await (outcome === "delivered"
        ? tx.insert(messageDeliveries).values({ ...of, deliveredAt: now })
        : tx.insert(messageFailures).values({ ...of, kind: "refused", cause: "550", failedAt: now }));
    });
  }
  const listed = async (ctx: StaffContext = made.office) =>
    (await todayOf(ctx)).refusedMail.map(({ patientId, toAddress }) => ({ patientId, toAddress }));

  test("is on Today, for those who see the patient, and not on the board as a question nobody read", async () => {
    expect(await listed()).toEqual([{ patientId: patient.id, toAddress: patient.email }]);
    expect(await listed(await makeStaff(made, { roles: ["therapist"] }))).toEqual([]);
    const { rows } = await boardPage(made.owner, whole, "en");
    expect(rows.map((row) => row.patient.undelivered)).toEqual([false]);
  });

  test("is forgotten once something reaches that mailbox", async () => {
    await owed("delivered");
    expect(await listed()).toEqual([]);
    await owed("refused");
    expect(await listed()).toHaveLength(1);
  });

  test("is forgotten once the address is another one, or the patient is archived", async () => {
    await asSuperuser(`update patients set email = 'new-' || email where id = '${patient.id}'`);
    expect(await listed()).toEqual([]);
    await asSuperuser(`update patients set email = '${patient.email}' where id = '${patient.id}';
      insert into patient_archivings (practice_id, id, patient_id, archived_at, archived_by)
      values ('${made.practice.id}', gen_random_uuid(), '${patient.id}', clock_timestamp(), '${made.owner.staffId}')`);
    expect(await listed()).toEqual([]);
  });
});
