import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { closeDatabase } from "@/db/client";
import { messageDeliveries, messageFailures, messages, type Patient } from "@/db/schema";
import { answerRequest } from "@/lib/answers/answer-request";
import { recordEvent } from "@/lib/audit/record-event";
import { trySigning } from "@/lib/audit/try-signing";
import { answerTo, ask, makeAsked } from "@/lib/consents/consents.fixture";
import type { StaffContext } from "@/lib/context";
import { concludeConversation } from "@/lib/conversations/conclude-conversation";
import { talkFirst } from "@/lib/conversations/talk-first";
import { sealOwedDocuments } from "@/lib/documents/seal-owed-documents";
import { completeDuty } from "@/lib/duties/complete-duty";
import { inPractice } from "@/lib/in-practice";
import { oweCopyReady } from "@/lib/messages/owe-message";
import { withdrawAnswer } from "@/lib/withdrawals/withdraw-answer";
import { ownDatabase } from "@/test/database";
import { type MadePractice, makeDisclosure, makePractice, makeStaff } from "@/test/factories";
import { boardPage } from "./board";
import { todayPage } from "./today";
import { linesAbout } from "./today.fixture";

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
    expect(linesAbout(await todayOf(asked.made.owner), "seal")).toHaveLength(1);
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

describe("what waits about one patient", () => {
  const titled = (title: string) => {
    const words = { title, inShort: "In short.", body: "Words.", changeSummary: null };
    return { en: words, es: words };
  };
  let asked: Awaited<ReturnType<typeof makeAsked>>;
  let texts: Awaited<ReturnType<typeof makeDisclosure>>[];
  beforeAll(async () => {
    asked = await makeAsked();
    const { made, ctx, patient } = asked;
    texts = [];
    for (const position of [2, 3])
      texts.push(
        await makeDisclosure(made, { kind: "email-risk", position, texts: titled(`Mail ${position}`) }),
      );
    for (const text of texts) {
      const requestId = await ask(made, ctx, patient.id, text.disclosure.id);
      const { answerId } = await answerRequest(ctx, answerTo(requestId, text));
      await withdrawAnswer(ctx, { answerId, itemIds: null });
    }
  });
  const shownTo = async (ctx: StaffContext) => {
    const { mine, others } = await todayOf(ctx);
    const said = (people: typeof mine) =>
      people.map(({ patientId, lines }) => ({ patientId, what: lines.map(({ what }) => what) }));
    return { mine: said(mine), others: said(others) };
  };
  const duties = async () => linesAbout(await todayOf(asked.made.therapist), "duty");

  test("stands together, and the therapist's duties are not the office's own", async () => {
    const { made, patient, ctx, requestId } = asked;
    await talkFirst(ctx, requestId);
    const both = [{ patientId: patient.id, what: ["talk", "duty"] }];
    expect(await shownTo(made.therapist)).toEqual({ mine: both, others: [] });
    expect(await shownTo(made.office)).toEqual({ mine: [], others: both });
    expect(await shownTo(made.owner)).toEqual({ mine: [], others: both });
  });

  test("is one line where one act settles several, and is settled by it", async () => {
    const [line, ...more] = await duties();
    expect(line?.duties.map(({ title }) => title)).toEqual(["Mail 2", "Mail 3"]);
    expect(more).toEqual([]);
    const dutyIds = line?.duties.map(({ id }) => id) ?? [];
    await completeDuty(asked.made.therapist, { dutyIds });
    expect(await duties()).toEqual([]);
  });

  test("is talked about together", async () => {
    const { made, ctx, patient } = asked;
    const [text] = texts;
    await talkFirst(ctx, await ask(made, ctx, patient.id, text?.disclosure.id ?? ""));
    const [line] = linesAbout(await todayOf(made.therapist), "talk");
    expect(line?.talks).toHaveLength(2);
    const conversationIds = line?.talks.map(({ id }) => id) ?? [];
    await concludeConversation(made.therapist, { conversationIds, outcome: "wants-time", note: "" });
    expect(await shownTo(made.therapist)).toEqual({ mine: [], others: [] });
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
    linesAbout(await todayOf(ctx), "refused").map(({ patientId, mail }) => ({
      patientId,
      toAddress: mail.toAddress,
    }));

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
