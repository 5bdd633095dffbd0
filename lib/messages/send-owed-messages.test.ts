import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { and, eq, inArray } from "drizzle-orm";
import { simpleParser } from "mailparser";
import postgres from "postgres";
import { describe, expect, it } from "vitest";
import { type MadePractice, makePatient, makePractice, type PatientOverrides } from "@/db/factories";
import {
  events,
  memberships,
  messageAttempts,
  messageDeliveries,
  messageFailures,
  messages,
} from "@/db/schema";
import { env } from "@/lib/env";
import { inPractice, readPractice } from "@/lib/in-practice";
import { testDatabase } from "@/test/database";
import { silentServer, smtpSink } from "@/test/smtp-sink";
import { carryMail, type Limits } from "./carry-mail";
import type { Mail } from "./compose-message";
import { oweQuestion } from "./owe-message";
import { sendOwedMessage, sendOwedMessages } from "./send-owed-messages";

const { superuserUrl } = await testDatabase();
const requestId = "019ad000-0000-7000-8000-000000000001";
const still = new AbortController().signal;
const quick: Limits = { connection: 300, greeting: 300, silence: 300, whole: 2_000 };

const by = (smtpUrl: string) => (mail: Mail) => carryMail(mail, { smtpUrl, dataDir: env().dataDir }, quick);

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
      expect(part).toMatch(/\d{3} \d{3}/);
      expect(part).toContain("http://localhost:3000/sign-in/confirm?token=");
    }
    expect(mail?.attachments).toEqual([]);
    expect(asText(mail?.html)).not.toMatch(/<img|<link|@import|url\(|src=/);
    expect(await outcome(made, id)).toMatchObject({
      deliveries: 1,
      failures: [],
      events: ["message.delivered"],
    });
  });

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

  it("is laid into the data folder where there is no server", async () => {
    const { made, id, address } = await owed({});
    const dataDir = env().dataDir;
    await sendOwedMessage(made.system, id, (mail) => carryMail(mail, { smtpUrl: null, dataDir }));
    const files = await readdir(path.join(dataDir, "mail"));
    const [file = ""] = files.filter((name) => name.endsWith(`${id}.eml`));
    const mail = await simpleParser(await readFile(path.join(dataDir, "mail", file)));
    expect(mail).toMatchObject({ to: { text: address }, messageId: `<${id}@localhost>` });
    expect(await outcome(made, id)).toMatchObject({ deliveries: 1, events: ["message.delivered"] });
  });

  it("whose sender died in the middle goes out again after two minutes, as the same mail", async () => {
    const sink = await smtpSink();
    const { made, id } = await owed({});
    await expect(
      sendOwedMessage(made.system, id, () => Promise.reject(new Error("the process was killed"))),
    ).rejects.toThrow("killed");
    expect(await sendOwedMessage(made.system, id, by(sink.url))).toBe(false);

    await tamper(
      "message_attempts",
      `update message_attempts set attempted_at = attempted_at - interval '3 minutes'
      where message_id = '${id}'`,
    );
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

describe("a message that does not arrive", () => {
  it("is not tried again when the mailbox refused it for good, and the trail says so", async () => {
    const sink = await smtpSink({
      onRcptTo: (_address, _session, done) => done(answer(550, "no such mailbox")),
    });
    const { made, id } = await owed({});
    await sendOwedMessage(made.system, id, by(sink.url));
    expect(await sendOwedMessage(made.system, id, by(sink.url))).toBe(false);
    await sink.close();
    expect(await outcome(made, id)).toMatchObject({
      attempts: 1,
      deliveries: 0,
      failures: [{ kind: "refused", cause: "EENVELOPE 550 RCPT", nextTryAt: null }],
      events: ["message.failed"],
    });
  });

  it("is tried later when the mailbox says not now, and then arrives", async () => {
    let refuse = true;
    const sink = await smtpSink({
      onRcptTo: (_address, _session, done) => done(refuse ? answer(451, "try later") : undefined),
    });
    const { made, id } = await owed({});
    await sendOwedMessage(made.system, id, by(sink.url));
    expect(await sendOwedMessage(made.system, id, by(sink.url))).toBe(false);
    const { failures } = await outcome(made, id);
    expect(failures).toMatchObject([{ kind: "unreachable" }]);
    expect(failures[0]?.nextTryAt?.getTime()).toBe((failures[0]?.failedAt.getTime() ?? 0) + 60_000);

    refuse = false;
    await tamper(
      "message_failures",
      `update message_failures set next_try_at = failed_at where message_id = '${id}'`,
    );
    expect(await sendOwedMessage(made.system, id, by(sink.url))).toBe(true);
    await sink.close();
    expect(await outcome(made, id)).toMatchObject({ attempts: 2, deliveries: 1 });
  });

  it.each<[string, () => Promise<{ url: string; close(): unknown }>, RegExp]>([
    ["never answers", silentServer, /^ETIMEDOUT/],
    ["is not there", async () => ({ url: "smtp://127.0.0.1:9", close: () => {} }), /^ESOCKET/],
    [
      "shows a certificate nobody vouches for",
      () => smtpSink({ disabledCommands: ["AUTH"] }),
      /^E(TLS|SOCKET)/,
    ],
    ["does not speak TLS at all", async () => withTls(await smtpSink()), /^E(TLS|SOCKET)/],
    ["knows another password", () => locked(), /^EAUTH 535/],
  ])("is tried later when the server %s", async (_, server, cause) => {
    const { url, close } = await server();
    const { made, id } = await owed({});
    await sendOwedMessage(made.system, id, by(url));
    await close();
    const { failures, deliveries } = await outcome(made, id);
    expect(deliveries).toBe(0);
    expect(failures).toMatchObject([{ kind: "unreachable", nextTryAt: expect.any(Date) }]);
    expect(failures[0]?.cause).toMatch(cause);
  });
});

async function owed(overrides: PatientOverrides) {
  const made = await makePractice();
  const { patient } = await makePatient(made, overrides);
  const message = await inPractice(made.office, async (tx, now) => {
    await oweQuestion(tx, made.office, patient, requestId, now);
    const [row] = await tx.select().from(messages).where(eq(messages.practiceId, made.practice.id));
    if (!row) throw new Error("nothing was owed");
    return row;
  });
  return { made, message, id: message.id, address: patient.email, patientId: patient.id };
}

async function outcome({ system }: MadePractice, id: string) {
  return readPractice(system, async (tx) => {
    const practice = system.practiceId;
    const attempts = await tx.$count(
      messageAttempts,
      and(eq(messageAttempts.practiceId, practice), eq(messageAttempts.messageId, id)),
    );
    const deliveries = await tx.$count(
      messageDeliveries,
      and(eq(messageDeliveries.practiceId, practice), eq(messageDeliveries.messageId, id)),
    );
    const failures = await tx
      .select()
      .from(messageFailures)
      .where(and(eq(messageFailures.practiceId, practice), eq(messageFailures.messageId, id)));
    const recorded = await tx
      .select({ name: events.name })
      .from(events)
      .where(
        and(eq(events.practiceId, practice), inArray(events.name, ["message.delivered", "message.failed"])),
      );
    return { attempts, deliveries, failures, events: recorded.map(({ name }) => name) };
  });
}

async function tamper(table: string, statement: string) {
  const sql = postgres(superuserUrl, { max: 1 });
  await sql.unsafe(
    `alter table ${table} disable trigger user; ${statement}; alter table ${table} enable trigger user`,
  );
  await sql.end();
}

function answer(responseCode: number, text: string) {
  return Object.assign(new Error(text), { responseCode });
}

async function locked() {
  const sink = await smtpSink({
    authOptional: false,
    allowInsecureAuth: true,
    disabledCommands: ["STARTTLS"],
    onAuth: (_auth, _session, done) => done(answer(535, "no")),
  });
  return { url: sink.url.replace("//", "//user:wrong@"), close: sink.close };
}

function withTls(sink: Awaited<ReturnType<typeof smtpSink>>) {
  return { url: sink.url.replace("smtp:", "smtps:"), close: sink.close };
}

function asText(html: string | false | undefined) {
  return (html || "").replaceAll("<!-- -->", "").replaceAll("&amp;", "&");
}
