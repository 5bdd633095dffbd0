import postgres from "postgres";
import { v7 as uuid } from "uuid";
import { describe, expect, it, vi } from "vitest";
import { messages } from "@/db/schema";
import { inPractice } from "@/lib/in-practice";
import { ownDatabase } from "@/test/database";
import { by, outcome, owed } from "@/test/owed-message";
import { silentServer, smtpSink } from "@/test/smtp-sink";
import type { MailOutcome } from "./rules";
import { sendOwedMessage, sendOwedMessages } from "./send-owed-messages";

const { superuserUrl } = await ownDatabase();

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

describe("a mistake of ours", () => {
  const mistaken = () => Promise.reject(new TypeError("ana@patients.test is not a function"));
  const still = new AbortController().signal;

  it("is noted with its name alone, and the message is tried again after a growing pause", async () => {
    const { made, id } = await owed({});
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    const pauses: number[] = [];
    for (const _ of [1, 2, 3]) {
      await sendOwedMessages(still, mistaken);
      const { failures } = await outcome(made, id);
      const last = failures.toSorted((a, b) => a.failedAt.getTime() - b.failedAt.getTime()).at(-1);
      expect(last).toMatchObject({ kind: "unreachable", cause: "mistake TypeError" });
      pauses.push(((last?.nextTryAt?.getTime() ?? 0) - (last?.failedAt.getTime() ?? 0)) / 60_000);
      expect(await sendOwedMessages(still, mistaken)).toBe(0);
      await tamper("message_failures", "update message_failures set next_try_at = clock_timestamp()");
    }
    logged.mockRestore();
    expect(pauses).toEqual([1, 2, 4]);
    expect((await outcome(made, id)).events).toEqual(["message.failed", "message.failed", "message.failed"]);
  });

  it("before anything was attempted is noted too", async () => {
    const { made, id } = await owed({});
    await tamper(
      "message_attempts",
      `create function no() returns trigger language plpgsql as $$ begin raise 'no'; end $$;
       create trigger no before insert on message_attempts for each row
         when (new.message_id = '${id}') execute function no()`,
    );
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    await sendOwedMessages(still, mistaken);
    logged.mockRestore();
    expect(await outcome(made, id)).toMatchObject({
      attempts: 0,
      failures: [{ cause: expect.stringMatching(/^mistake /) }],
    });
  });

  it("in a hundred messages does not keep the next one from being sent", async () => {
    const { made, message } = await owed({});
    const copies = Array.from({ length: 100 }, () => ({ ...message, id: uuid() }));
    await inPractice(made.system, (tx) => tx.insert(messages).values(copies));
    const next = await owed({});
    const sent: string[] = [];
    const carry = async ({ to }: { to: string }): Promise<MailOutcome> => {
      if (to !== next.address) throw new Error("mistaken");
      sent.push(to);
      return { state: "delivered" };
    };
    const logged = vi.spyOn(console, "error").mockImplementation(() => {});
    for (const _ of [1, 2]) await sendOwedMessages(still, carry);
    logged.mockRestore();
    expect(sent).toEqual([next.address]);
  });
});

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
