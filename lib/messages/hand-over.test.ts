import { and, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { describe, expect, it } from "vitest";
import { messageAttempts, messages } from "@/db/schema";
import { inPractice, readPractice } from "@/lib/in-practice";
import { turns } from "@/lib/worker/turns";
import { ownDatabase } from "@/test/database";
import { by, outcome, owed } from "@/test/owed-message";
import { silentServer, smtpSink } from "@/test/smtp-sink";
import { countUnanswered } from "./hand-over";
import { doubtOf } from "./rules";
import { sendOwedMessage, sendOwedMessages } from "./send-owed-messages";

const { asSuperuser } = await ownDatabase();
const still = new AbortController().signal;

type Owed = Awaited<ReturnType<typeof owed>>;

const attemptsOf = ({ made, id }: Owed) =>
  readPractice(made.system, (tx) =>
    tx
      .select()
      .from(messageAttempts)
      .where(and(eq(messageAttempts.practiceId, made.practice.id), eq(messageAttempts.messageId, id))),
  );

async function doubt({ made, id, patientId }: Owed) {
  const { deliveries } = await outcome(made, id);
  const counted = await readPractice(made.system, (tx) => countUnanswered(tx, made.system, patientId));
  return doubtOf({ unanswered: counted.get(id) ?? 0, deliveredAt: deliveries > 0 ? new Date() : null });
}

const minutesAgo = (column: string, n: number) => `${column} = ${column} - interval '${n} minutes'`;
const later = ({ id }: Owed) =>
  asSuperuser(`update message_attempts set ${minutesAgo("attempted_at", 20)} where message_id = '${id}';
    update message_failures set ${minutesAgo("failed_at", 20)}, ${minutesAgo("next_try_at", 20)}
     where message_id = '${id}'`);

/** Takes the mail, and does not say so. */
const dumbServer = () =>
  smtpSink({
    onData: (stream) => {
      stream.resume();
    },
  });

describe("a mail that is handed over", () => {
  it("is known as such before the server has a byte of it", async () => {
    const one = await owed({});
    const known: unknown[] = [];
    const sink = await smtpSink({
      onData: (stream, _session, done) => {
        stream.once("data", async () => known.push((await attemptsOf(one))[0]?.handedOverAt));
        stream.on("end", done);
      },
    });
    await sendOwedMessage(one.made.system, one.id, by(sink.url));
    await sink.close();
    await expect.poll(() => known).toEqual([expect.any(Date)]);
    expect(await attemptsOf(one)).toMatchObject([{ takenAt: expect.any(Date), declinedAt: null }]);
    expect(await doubt(one)).toBeNull();
  });

  it("may have arrived when the server never answers, is sent again after ten minutes, and then may have twice", async () => {
    const one = await owed({});
    const dumb = await dumbServer();
    await sendOwedMessage(one.made.system, one.id, by(dumb.url));
    await dumb.close();
    const { failures } = await outcome(one.made, one.id);
    expect(failures).toMatchObject([{ kind: "unreachable" }]);
    expect(failures[0]?.nextTryAt?.getTime()).toBe((failures[0]?.failedAt.getTime() ?? 0) + 600_000);
    expect(await doubt(one)).toBe("may-have-arrived");

    await later(one);
    const sink = await smtpSink();
    expect(await sendOwedMessage(one.made.system, one.id, by(sink.url))).toBe(true);
    await sink.close();
    expect(sink.received.map(({ mail }) => mail.messageId)).toEqual([`<${one.id}@localhost>`]);
    expect(await doubt(one)).toBe("may-have-arrived-twice");
  });

  it.each([
    ["is silent before", silentServer, { handedOverAt: null, declinedAt: null }],
    [
      "does not want its recipient now",
      () => smtpSink({ onRcptTo: (_address, _session, done) => done(answer(451)) }),
      { handedOverAt: null, declinedAt: null },
    ],
    [
      "says no to it",
      () =>
        smtpSink({
          onData: (stream, _session, done) => {
            stream.on("end", () => done(answer(451)));
            stream.resume();
          },
        }),
      { handedOverAt: expect.any(Date), declinedAt: expect.any(Date), takenAt: null },
    ],
  ])("and a server that %s leave no doubt", async (_, server, expected) => {
    const one = await owed({});
    const { url, close } = await server();
    await sendOwedMessage(one.made.system, one.id, by(url));
    await close();
    expect(await attemptsOf(one)).toMatchObject([expected]);
    expect((await outcome(one.made, one.id)).failures).toMatchObject([{ kind: "unreachable" }]);
    expect(await doubt(one)).toBeNull();
  });

  it("and taken, by whose sender died before it was recorded, is recorded and not sent again", async () => {
    const one = await owed({});
    await asSuperuser(`insert into message_attempts (practice_id, id, message_id, attempted_at, handed_over_at, taken_at)
      select practice_id, gen_random_uuid(), id, t, t, t from messages, (select now() - interval '3 minutes' as t) s
       where id = '${one.id}'`);
    const sent: string[] = [];
    await sendOwedMessages(still, async ({ to }) => {
      sent.push(to);
      return { state: "delivered" };
    });
    expect(sent).not.toContain(one.address);
    expect(await outcome(one.made, one.id)).toMatchObject({
      attempts: 1,
      deliveries: 1,
      events: ["message.delivered"],
    });
  });

  it("does not leave a worker that slept until another began", async () => {
    const one = await owed({});
    let handedOver = false;
    const left = sendOwedMessage(one.made.system, one.id, async (_, handOver) => {
      await later(one);
      await sendOwedMessage(one.made.system, one.id, async (_mail, mine) => {
        await mine();
        return { state: "delivered" };
      });
      await handOver().then(
        () => {
          handedOver = true;
        },
        () => {},
      );
      return { state: "failed", kind: "unreachable", cause: "ESTREAM" };
    });
    expect(await left).toBe(false);
    expect(handedOver).toBe(false);
    expect(await outcome(one.made, one.id)).toMatchObject({ attempts: 2, deliveries: 1, failures: [] });
  });

  it("is one at a time, however many are being sent", async () => {
    await sendOwedMessages(still, async () => ({ state: "delivered" }));
    const { made, message } = await owed({});
    const copies = [1, 2].map(() => ({ ...message, id: uuid() }));
    await inPractice(made.system, (tx) => tx.insert(messages).values(copies));
    let open = 0;
    const seen: number[] = [];
    const sending = sendOwedMessages(
      still,
      async (_, handOver) => {
        await handOver();
        open += 1;
        await new Promise((resolve) => setTimeout(resolve, 20));
        seen.push(open);
        open -= 1;
        return { state: "delivered" };
      },
      turns(60_000),
    );
    expect(await sending).toBe(3);
    expect(seen).toEqual([1, 1, 1]);
  });
});

function answer(responseCode: number) {
  return Object.assign(new Error("not now"), { responseCode });
}
