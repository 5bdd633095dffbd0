import postgres from "postgres";
import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { answerRequest } from "@/lib/answers/answer-request";
import { makeAsked } from "@/lib/consents/consents.fixture";
import { listRequestFacts } from "@/lib/consents/request-facts";
import { readPractice } from "@/lib/in-practice";
import { cancelRequest } from "@/lib/requests/cancel-request";
import { patientPage } from "@/lib/screens/desk/patient";
import { testDatabase } from "@/test/database";
import { makePatient, makePractice, trailOf } from "@/test/factories";
import { concludeConversation } from "./conclude-conversation";
import { listOpenConversations } from "./queries";
import { openNote } from "./sealed-note";
import { talkFirst } from "./talk-first";

const { superuserUrl, asSuperuser } = await testDatabase();
afterAll(closeDatabase);

async function makeTalking() {
  const asked = await makeAsked();
  await talkFirst(asked.ctx, asked.requestId);
  const [open] = await readPractice(asked.made.owner, (tx) => listOpenConversations(tx, asked.made.owner));
  return { ...asked, conversationId: open?.id ?? "" };
}

async function owning<T>(act: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(superuserUrl, { max: 1 });
  try {
    return await act(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Every row of every table, as a dump has it. */
function everythingStored(): Promise<string> {
  return owning(async (sql) => {
    const tables = await sql<{ name: string }[]>`select format('%I.%I', schemaname, tablename) as name
      from pg_tables where schemaname in ('public', 'auth', 'work')`;
    const rows = await Promise.all(
      tables.map(({ name }) => sql.unsafe<{ row: string }[]>(`select t::text as row from ${name} t`)),
    );
    return rows
      .flat()
      .map(({ row }) => row)
      .join("\n");
  });
}

describe("wanting to talk first", () => {
  test("opens a conversation, is recorded, and leaves the question open to an answer", async () => {
    const { made, ctx, patient, input, conversationId } = await makeTalking();
    expect((await trailOf(made.practice.id)).at(-1)).toMatchObject({
      name: "conversation.wanted",
      conversationId,
    });
    const [facts] = await readPractice(ctx, (tx) => listRequestFacts(tx, ctx, [patient.id]));
    expect(facts?.talkFirstSince).toBeInstanceOf(Date);
    await expect(answerRequest(ctx, input)).resolves.toHaveProperty("answerId");
  });

  test("pressed twice at once it opens one conversation", async () => {
    const { made, ctx, requestId } = await makeAsked();
    const tries = await Promise.allSettled([talkFirst(ctx, requestId), talkFirst(ctx, requestId)]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await readPractice(made.owner, (tx) => listOpenConversations(tx, made.owner))).toHaveLength(1);
    await expect(talkFirst(ctx, requestId)).rejects.toMatchObject({ reason: "already-talking" });
  });

  test("is refused for a cancelled or an answered question, and not found for a stranger", async () => {
    const one = await makeAsked();
    await cancelRequest(one.made.office, one.requestId);
    await expect(talkFirst(one.ctx, one.requestId)).rejects.toMatchObject({ reason: "request-cancelled" });
    const two = await makeAsked();
    await answerRequest(two.ctx, two.input);
    await expect(talkFirst(two.ctx, two.requestId)).rejects.toMatchObject({ reason: "already-answered" });
    const stranger = await makePatient(await makePractice());
    await expect(talkFirst(stranger.ctx, two.requestId)).rejects.toHaveProperty("name", "NotFound");
  });
});

describe("concluding a conversation", () => {
  test("keeps outcome and note, is recorded, and takes it off the list", async () => {
    const { made, conversationId } = await makeTalking();
    await concludeConversation(made.therapist, {
      conversationIds: [conversationId],
      outcome: "questions-answered",
      note: "On the phone",
    });
    expect(await readPractice(made.owner, (tx) => listOpenConversations(tx, made.owner))).toEqual([]);
    expect((await trailOf(made.practice.id)).at(-1)).toMatchObject({
      name: "conversation.concluded",
      outcome: "questions-answered",
    });
    const again = concludeConversation(made.therapist, {
      conversationIds: [conversationId],
      outcome: "wants-time",
      note: "",
    });
    await expect(again).rejects.toMatchObject({ reason: "already-concluded" });
  });

  test("keeps the note from whoever reads a copy of the database", async () => {
    const { made, conversationId, patient } = await makeTalking();
    const note = "Canary 5f2c would rather ask her sister first";
    await concludeConversation(made.therapist, {
      conversationIds: [conversationId],
      outcome: "wants-time",
      note,
    });
    const { conversations } = await patientPage(made.therapist, patient.id, "en");
    expect(conversations).toMatchObject([{ note, hasNote: true }]);

    const copy = await everythingStored();
    expect(copy).toContain(patient.legalName);
    expect(copy).not.toContain(note);
    expect(copy).not.toContain(Buffer.from(note).toString("hex"));
  });

  test("shows the rest of the patient's page when a stored note was altered", async () => {
    const { made, conversationId, patient } = await makeTalking();
    await concludeConversation(made.therapist, {
      conversationIds: [conversationId],
      outcome: "wants-time",
      note: "Soon",
    });
    await asSuperuser(`update conversation_outcomes set sealed_note = '\\x00'
      where conversation_id = '${conversationId}'`);
    const { conversations } = await patientPage(made.therapist, patient.id, "en");
    expect(conversations).toMatchObject([{ note: null, hasNote: true, mayRead: true }]);
  });

  test("takes no note in clear, and reads one from before notes were sealed", async () => {
    const { made } = await makeTalking();
    const { id } = made.practice;
    expect(openNote(made.owner, { id, note: "From before", sealedNote: null })).toBe("From before");
    await expect(
      owning(
        (sql) => sql`insert into conversation_outcomes
        (practice_id, id, conversation_id, outcome, note, concluded_at, concluded_by)
        values (${id}, ${id}, ${id}, 'wants-time', 'in clear', now(), ${id})`,
      ),
    ).rejects.toThrow("conversation_outcomes_note_in_clear");
  });

  test("'will not be asked' takes the question back too", async () => {
    const { made, ctx, patient, conversationId } = await makeTalking();
    await concludeConversation(made.therapist, {
      conversationIds: [conversationId],
      outcome: "will-not-be-asked",
      note: "",
    });
    const [facts] = await readPractice(ctx, (tx) => listRequestFacts(tx, ctx, [patient.id]));
    expect(facts?.cancelledAt).toBeInstanceOf(Date);
  });

  test("two at once: one wins", async () => {
    const { made, conversationId } = await makeTalking();
    const conclude = () =>
      concludeConversation(made.owner, {
        conversationIds: [conversationId],
        outcome: "wants-time",
        note: "",
      });
    const tries = await Promise.allSettled([conclude(), conclude()]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("the office is refused; another practice does not find it", async () => {
    const { made, conversationId } = await makeTalking();
    const input = { conversationIds: [conversationId], outcome: "wants-time" as const, note: "" };
    await expect(concludeConversation(made.office, input)).rejects.toMatchObject({ reason: "not-your-role" });
    const other = await makePractice();
    await expect(concludeConversation(other.owner, input)).rejects.toHaveProperty("name", "NotFound");
  });
});
