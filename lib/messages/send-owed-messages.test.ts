import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { eq } from "drizzle-orm";
import { simpleParser } from "mailparser";
import postgres from "postgres";
import { describe, expect, it } from "vitest";
import { memberships, messages, signInTokens } from "@/db/schema";
import { makeDoor, messagesOf, newVisitor } from "@/lib/auth/door.fixture";
import { requestLink } from "@/lib/auth/request-link";
import { env } from "@/lib/env";
import { inPractice, inSignIn, type Tx } from "@/lib/in-practice";
import { editPatient } from "@/lib/patients/edit-patient";
import { editableFacts } from "@/lib/patients/rules";
import { ownDatabase } from "@/test/database";
import { makePatient, makePractice, testAddress } from "@/test/factories";
import { by, outcome, owed } from "@/test/owed-message";
import { smtpSink } from "@/test/smtp-sink";
import { deliverMail } from "./deliver-mail";
import { sendOwedMessage, sendOwedMessages, sendSignInMails } from "./send-owed-messages";

const { superuserUrl } = await ownDatabase();
const still = new AbortController().signal;

describe("a message that is owed", () => {
  it.each([
    ["en", "A question for you, not urgent", /It is not urgent[\s\S]*\(555\) 010-0100/],
    ["es", "Una pregunta para usted, no es urgente", /No es urgente[\s\S]*\(555\) 010-0100/],
  ] as const)("reaches its one recipient, in their language (%s)", async (language, subject, words) => {
    const sink = await smtpSink();
    const { made, id, address } = await owed({ language });
    expect(await sendOwedMessage(made.system, id, by(sink.url))).toBe(true);
    await sink.close();

    expect(sink.received).toHaveLength(1);
    const { recipients, mail } = sink.received[0] ?? {};
    expect(recipients).toEqual([address]);
    expect(mail?.subject).toBe(subject);
    expect(mail?.from?.text).toContain("Test Practice");
    expect(mail?.messageId).toBe(`<${id}@localhost>`);
    expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");
    for (const part of [mail?.text, asText(mail?.html)]) {
      expect(part).toMatch(words);
      expect(part).not.toMatch(/\d{3} \d{3}/);
      expect(part).toContain("http://localhost:3000/sign-in/question?token=");
    }
    expect(mail?.attachments).toEqual([]);
    expect(asText(mail?.html)).not.toMatch(/<img|<link|@import|url\(|src=/);
    expect(await outcome(made, id)).toMatchObject({
      deliveries: 1,
      failures: [],
      events: ["message.delivered"],
    });
  });

  it("which somebody asked for to sign in has a link and a code, both for ten minutes", async () => {
    const sink = await smtpSink();
    const { made, email } = await makeDoor();
    await requestLink(newVisitor(), { address: email });
    for (const { id } of await messagesOf(made)) await sendOwedMessage(made.system, id, by(sink.url));
    await sink.close();
    const { mail } = sink.received[0] ?? {};
    for (const part of [mail?.text, asText(mail?.html)]) {
      expect(part).toMatch(/\d{3} \d{3}/);
      expect(part).toContain("http://localhost:3000/sign-in/confirm?token=");
    }
    const [token] = await inSignIn((tx) =>
      tx.select().from(signInTokens).where(eq(signInTokens.practiceId, made.practice.id)),
    );
    expect((token?.expiresAt.getTime() ?? 0) - (token?.madeAt.getTime() ?? 0)).toBe(600_000);
  });

  it.each([
    [
      "en",
      "Your e-mail address was changed",
      /Nobody asked for that\? Please call Test Practice: \(555\) 010-0100/,
    ],
    ["es", "Su correo electrónico cambió", /¿Nadie lo pidió\? Llame a Test Practice: \(555\) 010-0100/],
  ] as const)(
    "about another address reaches the old one, and lets nobody in (%s)",
    async (language, subject, words) => {
      const made = await makePractice();
      const { patient } = await makePatient(made, { language });
      const loaded = editableFacts(patient);
      await editPatient(made.office, { ...loaded, email: testAddress(), patientId: patient.id, loaded });
      const [{ id } = { id: "" }] = await messagesOf(made);
      const sink = await smtpSink();
      expect(await sendOwedMessage(made.system, id, by(sink.url))).toBe(true);
      await sink.close();

      const { recipients, mail } = sink.received[0] ?? {};
      expect(recipients).toEqual([patient.email]);
      expect(mail?.subject).toBe(subject);
      for (const part of [mail?.text, asText(mail?.html)]) {
        expect(part).toMatch(words);
        expect(part).not.toMatch(/token=|<a |\d{3} \d{3}\b/);
      }
      const minted = (tx: Tx) => tx.$count(signInTokens, eq(signInTokens.practiceId, made.practice.id));
      expect(await inSignIn(minted)).toBe(0);
      expect(await outcome(made, id)).toMatchObject({ deliveries: 1, failures: [] });
    },
  );

  it("says nothing of what the question is about, nor who is asked", async () => {
    const sink = await smtpSink();
    const { made, id } = await owed({});
    await sendOwedMessage(made.system, id, by(sink.url));
    await sink.close();
    const { subject, text, html } = sink.received[0]?.mail ?? {};
    expect(`${subject} ${text} ${html}`).not.toMatch(
      /Ana|Ruiz|record|video|therap|session|consent|health|patient/i,
    );
  });

  it("is sent once, however many workers look for work", async () => {
    const sink = await smtpSink();
    const { made, id } = await owed({});
    const sweeps = [1, 2, 3, 4].map(() => sendOwedMessages(still, by(sink.url)));
    await Promise.all(sweeps);
    await sendOwedMessages(still, by(sink.url));
    await sink.close();
    expect(sink.received.filter(({ mail }) => mail.messageId?.includes(id))).toHaveLength(1);
    expect(await outcome(made, id)).toMatchObject({ attempts: 1, deliveries: 1 });
  });

  it("is left alone while another worker has it in hand", async () => {
    const sink = await smtpSink();
    const { made, id } = await owed({});
    const other = postgres(superuserUrl, { max: 1 });
    await other.begin(async (sql) => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`message ${id}`}, 0))`;
      expect(await sendOwedMessage(made.system, id, by(sink.url))).toBe(false);
    });
    await other.end();
    expect(await sendOwedMessage(made.system, id, by(sink.url))).toBe(true);
    await sink.close();
    expect(sink.received).toHaveLength(1);
  });

  it("is laid into the data folder where there is no server", async () => {
    const { made, id, address } = await owed({});
    const dataDir = env().dataDir;
    await sendOwedMessage(made.system, id, (mail, handOver) =>
      deliverMail(mail, handOver, { smtpUrl: null, dataDir }),
    );
    const files = await readdir(path.join(dataDir, "mail"));
    const [file = ""] = files.filter((name) => name.endsWith(`${id}.eml`));
    const mail = await simpleParser(await readFile(path.join(dataDir, "mail", file)));
    expect(mail).toMatchObject({ to: { text: address }, messageId: `<${id}@localhost>` });
    expect(await outcome(made, id)).toMatchObject({ deliveries: 1, events: ["message.delivered"] });
  });

  it("whose sender died in the middle goes out again after two minutes, as the same mail", async () => {
    const sink = await smtpSink();
    const { made, id } = await owed({});
    const attempt = (ago: string) =>
      tamper(
        "message_attempts",
        `delete from message_attempts where message_id = '${id}';
         insert into message_attempts
         values ('${made.practice.id}', gen_random_uuid(), '${id}', clock_timestamp() - interval '${ago}')`,
      );
    await attempt("1 minute");
    expect(await sendOwedMessage(made.system, id, by(sink.url))).toBe(false);
    await attempt("3 minutes");
    expect(await sendOwedMessages(still, by(sink.url))).toBeGreaterThan(0);
    await sink.close();
    const mails = sink.received.filter(({ mail }) => mail.messageId === `<${id}@localhost>`);
    expect(mails).toHaveLength(1);
    expect(await outcome(made, id)).toMatchObject({ attempts: 2, deliveries: 1 });
  });

  it("is not sent to an address that was replaced meanwhile", async () => {
    const sink = await smtpSink();
    const { made, id, patientId } = await owed({});
    await inPractice(made.system, async (tx, now) => {
      await tx.update(memberships).set({ endedAt: now }).where(eq(memberships.rowId, patientId));
    });
    await sendOwedMessage(made.system, id, by(sink.url));
    await sink.close();
    expect(sink.received).toEqual([]);
    expect(await outcome(made, id)).toMatchObject({
      failures: [{ kind: "refused", cause: "address-replaced", nextTryAt: null }],
    });
  });

  it.each([
    '"a,b"@x.test',
    "a@x.test, b@x.test",
    "a@x.test;b@x.test",
    "ａ@x.test",
    "a@x.test\r\nrcpt to:<b@x.test>",
  ])("is not sent to what is not one plain address: %s", async (toAddress) => {
    const sink = await smtpSink();
    const { made, message } = await owed({});
    const id = message.id.replace(/.{4}$/, () => Math.random().toString(16).slice(2, 6).padEnd(4, "0"));
    await inPractice(made.system, (tx) => tx.insert(messages).values({ ...message, id, toAddress }));
    await sendOwedMessage(made.system, id, by(sink.url));
    await sink.close();
    expect(sink.received).toEqual([]);
    expect(await outcome(made, id)).toMatchObject({ failures: [{ kind: "refused", nextTryAt: null }] });
  });
});

async function tamper(table: string, statement: string) {
  const sql = postgres(superuserUrl, { max: 1 });
  await sql.unsafe(
    `alter table ${table} disable trigger user; ${statement}; alter table ${table} enable trigger user`,
  );
  await sql.end();
}

function asText(html: string | false | undefined) {
  return (html || "").replaceAll("<!-- -->", "").replaceAll("&amp;", "&");
}

it("a mail somebody waits for at the sign-in leaves while a server holds all lanes of the others", async () => {
  await sendOwedMessages(still, async () => ({ state: "delivered" }));
  for (let each = 0; each < 6; each++) await owed({});
  const { promise: hung, resolve: letGo } = Promise.withResolvers<void>();
  const held: string[] = [];
  const hanging = sendOwedMessages(still, async ({ to }) => {
    held.push(String(to));
    await hung;
    return { state: "delivered" };
  });
  await expect.poll(() => held.length).toBe(5);

  const { email } = await makeDoor();
  await requestLink(newVisitor(), { address: email });
  const sent: string[] = [];
  await sendSignInMails(still, async ({ to }) => {
    sent.push(String(to));
    return { state: "delivered" };
  });
  expect(sent).toEqual([email]);
  letGo();
  expect(await hanging).toBe(6);
});
