import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { closeDatabase } from "@/db/client";
import { answerRequest } from "@/lib/answers/answer-request";
import { verifyFacts } from "@/lib/audit/facts/verify-facts";
import { verifyStoredTrail } from "@/lib/audit/verify-stored-trail";
import { makeAsked } from "@/lib/consents/consents.fixture";
import type { SystemContext } from "@/lib/context";
import { inPractice } from "@/lib/in-practice";
import { makeSealKey } from "@/lib/practices/seal-keys";
import { patientPage } from "@/lib/screens/desk/patient";
import { bundle } from "@/scripts/build-processes";
import { ownDatabase } from "@/test/database";
import { owed } from "@/test/owed-message";
import { smtpSink } from "@/test/smtp-sink";

const { superuserUrl, asSuperuser } = await ownDatabase();
const superuser = postgres(superuserUrl, { max: 2, onnotice: () => {} });
const folder = `test-results/worker-${process.pid}`;
const workers = new Set<ChildProcess>();

/** A time service that answers when the test says so: as long as it does not, a document is drawn and not sealed. */
const asked: ServerResponse[] = [];
const timeService = createServer((_, response) => asked.push(response));
const answerAll = () => {
  for (const response of asked.splice(0)) response.writeHead(503).end();
};

beforeAll(async () => {
  await bundle({ worker: "server/worker.ts" }, folder);
  timeService.listen(0, "127.0.0.1");
  await once(timeService, "listening");
});
afterEach(async () => {
  answerAll();
  for (const worker of workers) await ended(worker, "SIGKILL");
});
afterAll(async () => {
  timeService.close();
  rmSync(folder, { recursive: true, force: true });
  await superuser.end();
  await closeDatabase();
});

function startWorker({ timeStamps = false, smtpUrl = "" }): ChildProcess {
  const { port } = timeService.address() as AddressInfo;
  const worker = spawn(process.execPath, [`${folder}/worker.mjs`], {
    env: {
      ...process.env,
      LOG_LEVEL: "fatal",
      MAIL_FROM: "no-reply@localhost",
      ...(timeStamps && { TSA_URL: `http://127.0.0.1:${port}` }),
      ...(smtpUrl && { SMTP_URL: smtpUrl }),
    },
    stdio: "inherit",
  });
  workers.add(worker);
  return worker;
}

async function ended(worker: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  workers.delete(worker);
  if (worker.exitCode !== null || worker.signalCode !== null) return worker.exitCode;
  worker.kill(signal);
  const [code] = await once(worker, "exit");
  return code;
}

const count = async (table: string) =>
  Number((await superuser.unsafe(`select count(*) from ${table}`))[0]?.count);
const patiently = { timeout: 20_000, interval: 50 };
const untilAsked = () => vi.waitFor(() => expect(asked).not.toEqual([]), patiently);
const untilSealed = (many: number) =>
  vi.waitFor(async () => expect(await count("document_files")).toBe(many), patiently);

async function answered(): Promise<{ system: SystemContext; answerId: string }> {
  const { ctx, input, made } = await makeAsked();
  const { answerId } = await answerRequest(ctx, input);
  // So that a worker needs the trail's head only once, and last.
  await inPractice(made.system, (tx, now) => makeSealKey(tx, made.system, now));
  return { system: made.system, answerId };
}

/** Nothing twice, nothing half, and everything as the trail tells it. */
async function expectWhole(system: SystemContext, sealed: number) {
  expect(await count("documents")).toBe(sealed);
  expect(await count("document_files")).toBe(sealed);
  expect(await count("events where name = 'document.sealed'")).toBe(sealed);
  const trail = await verifyStoredTrail(system);
  expect(trail).toMatchObject({ ok: true });
  const facts = await verifyFacts(system, { size: trail.ok ? trail.size : 0, withFiles: true });
  expect(facts).toMatchObject({ ok: true, answers: 1, files: 1 });
}

test("a worker asked to stop finishes the document in hand, and is gone within 15 seconds", async () => {
  const { system } = await answered();
  const worker = startWorker({ timeStamps: true });
  await untilAsked();
  const told = Date.now();
  const code = ended(worker, "SIGTERM");
  await new Promise((resolve) => setTimeout(resolve, 300));
  answerAll();
  expect(await code).toBe(0);
  expect(Date.now() - told).toBeLessThan(15_000);
  await expectWhole(system, 1);
});

test("a worker killed between drawing and sealing leaves nothing, and the next one seals", async () => {
  const before = await count("documents");
  const { system } = await answered();
  const worker = startWorker({ timeStamps: true });
  await untilAsked();
  await ended(worker, "SIGKILL");
  expect(await count("documents")).toBe(before);

  startWorker({});
  await untilSealed(before + 1);
  await expectWhole(system, before + 1);
});

test("a worker killed between sealing and its commit leaves nothing, and the next one seals", async () => {
  const before = await count("documents");
  const { system, answerId } = await answered();
  await superuser.begin(async (sql) => {
    // Whoever seals needs the head of the trail when the document is written and not yet committed.
    await sql`select from audit_heads where practice_id = ${system.practiceId} for update`;
    const worker = startWorker({});
    await vi.waitFor(async () => {
      const [waiting] = await superuser`
        select count(*)::int as many from pg_stat_activity a, pg_locks l
         where a.wait_event_type = 'Lock' and a.query ilike '%audit_heads%' and l.locktype = 'advisory'
           and (l.classid::bigint << 32 | l.objid::bigint) = hashtextextended(${`signature ${answerId}`}, 0)`;
      expect(waiting?.many).toBeGreaterThan(0);
    }, patiently);
    await ended(worker, "SIGKILL");
  });
  expect(await count("documents")).toBe(before);

  startWorker({});
  await untilSealed(before + 1);
  await expectWhole(system, before + 1);
});

/** A mail server that takes what it is given and, for one mailbox, says so when the test does. */
async function slowMailServer(mailbox: string | null) {
  const waiting: (() => void)[] = [];
  let taken = 0;
  const sink = await smtpSink({
    onData: (stream, { envelope }, done) => {
      stream.on("end", () => {
        if (envelope.rcptTo.every(({ address }) => address !== mailbox)) return done();
        taken += 1;
        waiting.push(done);
      });
      stream.resume();
    },
  });
  const takes = (many: number) => vi.waitFor(() => expect(taken).toBe(many), patiently);
  const say = () => {
    for (const done of waiting.splice(0)) done();
  };
  return { ...sink, takes, say };
}

test("a worker asked to stop waits for what the mail server says of the mail in hand", async () => {
  const { made, patientId, address } = await owed({});
  const server = await slowMailServer(address);
  const worker = startWorker({ smtpUrl: server.url });
  await server.takes(1);
  const code = ended(worker, "SIGTERM");
  await new Promise((resolve) => setTimeout(resolve, 300));
  server.say();
  expect(await code).toBe(0);
  await server.close();
  const { messages } = await patientPage(made.office, patientId, "en");
  expect(messages).toMatchObject([{ deliveredAt: expect.any(Date), doubt: null }]);
});

test("a mail whose sender was killed before the server answered is sent again, and the desk reads that it may be twice", async () => {
  const { made, patientId, address } = await owed({});
  const server = await slowMailServer(address);
  const killed = startWorker({ smtpUrl: server.url });
  await server.takes(1);
  await ended(killed, "SIGKILL");
  const read = async () => (await patientPage(made.office, patientId, "en")).messages;
  expect(await read()).toMatchObject([{ deliveredAt: null, doubt: "may-have-arrived" }]);

  await asSuperuser(`update message_attempts set attempted_at = attempted_at - interval '3 minutes'`);
  startWorker({ smtpUrl: server.url });
  await server.takes(2);
  server.say();
  await vi.waitFor(async () => {
    expect(await read()).toMatchObject([{ deliveredAt: expect.any(Date), doubt: "may-have-arrived-twice" }]);
  }, patiently);
  await server.close();
});
