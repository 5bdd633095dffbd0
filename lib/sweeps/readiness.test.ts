import { statfs } from "node:fs/promises";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { GET } from "@/app/api/ready/route";
import { closeDatabase } from "@/db/client";
import { answerRequest } from "@/lib/answers/answer-request";
import { recordEvent } from "@/lib/audit/record-event";
import { signTrail } from "@/lib/audit/sign-checkpoint";
import { makeAsked } from "@/lib/consents/consents.fixture";
import { sealOwedDocuments } from "@/lib/documents/seal-owed-documents";
import { env } from "@/lib/env";
import { inPractice } from "@/lib/in-practice";
import { sendOwedMessages } from "@/lib/messages/send-owed-messages";
import { ownDatabase } from "@/test/database";
import { makePractice } from "@/test/factories";
import { lowDisk } from "./disk-space";
import { readiness } from "./readiness";
import { whyNotReady } from "./rules";

const { asSuperuser } = await ownDatabase();
const still = new AbortController().signal;

vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
/** At most one look a second is taken, so each test is some seconds later than the one before. */
beforeEach(() => {
  vi.setSystemTime(Date.now() + 2_000);
});
afterAll(async () => {
  vi.useRealTimers();
  await closeDatabase();
});

test("an installation with nothing to do is ready, and says how much disk is free", async () => {
  const report = await readiness();
  expect(report).toMatchObject({
    ready: true,
    because: [],
    database: true,
    migrations: "applied",
    unsealed: { count: 0, oldestSeconds: 0 },
    unsent: { count: 0, oldestSeconds: 0 },
    failing: 0,
    refused: 0,
    unsigned: 0,
    unwitnessed: 0,
    contradicted: 0,
  });
  const { bavail, bsize } = await statfs(env().dataDir);
  expect(report.diskFreePercent).toBeLessThanOrEqual(100);
  expect(report.warnings).toEqual(report.diskFreePercent < env().diskWarnPercent ? ["disk"] : []);
  expect(Math.abs(report.diskFreeBytes - bavail * bsize)).toBeLessThan(2 ** 30);
  expect(report.clockOffsetSeconds).toBeLessThan(60);
});

describe("what waits is told of with its age, and keeps nobody out", () => {
  test("an answer without a document and a message nobody took", async () => {
    const { ctx, input } = await makeAsked();
    await answerRequest(ctx, input);
    await asSuperuser(`update signatures set signed_at = signed_at - interval '1 hour';
      update messages set owed_at = owed_at - interval '2 hours'`);
    const report = await readiness();
    expect(report).toMatchObject({ ready: true, unsealed: { count: 1 }, unsent: { count: 1 } });
    expect(report.unsealed?.oldestSeconds).toBeGreaterThanOrEqual(3_600);
    expect(report.unsent?.oldestSeconds).toBeGreaterThanOrEqual(7_200);
  });

  test("an answer that cannot be sealed", async () => {
    await asSuperuser("update signature_evidence set sealed = '\\x00'");
    await sealOwedDocuments(still);
    expect(await readiness()).toMatchObject({ ready: true, failing: 1, unsealed: { count: 1 } });
  });

  test("a message that was refused is one nobody waits for, until something reaches that person", async () => {
    await asSuperuser("update messages set kind = 'copy-ready'");
    await sendOwedMessages(still, async () => ({ state: "failed", kind: "refused", cause: "550" }));
    expect(await readiness()).toMatchObject({ ready: true, refused: 1, unsent: { count: 0 } });

    await asSuperuser(`insert into messages select practice_id, gen_random_uuid(), kind, user_id, patient_id,
      to_address, language, landing, clock_timestamp() from messages`);
    await sendOwedMessages(still, async () => ({ state: "delivered" }));
    vi.setSystemTime(Date.now() + 2_000);
    expect(await readiness()).toMatchObject({ refused: 0, unsent: { count: 0 } });
  });

  test("a message that need not go out any more is not waited for", async () => {
    await asSuperuser("delete from message_deliveries; delete from message_failures");
    expect(await readiness()).toMatchObject({ unsent: { count: 2 } });
    await asSuperuser(`insert into message_settlements
      select practice_id, gen_random_uuid(), id, 'nothing-open', clock_timestamp() from messages`);
    vi.setSystemTime(Date.now() + 2_000);
    expect(await readiness()).toMatchObject({ unsent: { count: 0 }, refused: 0 });
  });

  test("a trail that could not be signed, until it is", async () => {
    const { system } = await makePractice();
    await inPractice(system, (tx) => recordEvent(tx, system, { name: "practice.created" }));
    await asSuperuser(`insert into checkpoint_failures
      values ('${system.practiceId}', gen_random_uuid(), 'altered', clock_timestamp())`);
    expect(await readiness()).toMatchObject({ ready: true, unsigned: 1 });
    await signTrail(system);
    vi.setSystemTime(Date.now() + 2_000);
    expect(await readiness()).toMatchObject({ unsigned: 0 });
  });
});

test("a build that is newer than the database is not ready", async () => {
  await asSuperuser(`create table newest as select * from drizzle.__drizzle_migrations
    order by created_at desc limit 1; delete from drizzle.__drizzle_migrations where id in (select id from newest)`);
  expect(await readiness()).toMatchObject({ ready: false, database: true, migrations: "missing" });
  const answer = await GET();
  expect(answer.status).toBe(503);
  await asSuperuser("insert into drizzle.__drizzle_migrations table newest");
  vi.setSystemTime(Date.now() + 2_000);
  expect((await GET()).status).toBe(200);
});

const enough = 100 * 1024 * 1024;
test.each([
  [{}, []],
  [{ diskFreeBytes: enough - 1 }, ["disk"]],
  [{ clockOffsetSeconds: -60 }, []],
  [{ clockOffsetSeconds: 61 }, ["clock"]],
  [{ clockOffsetSeconds: -61 }, ["clock"]],
  [{ migrations: "unknown", diskFreeBytes: 0 } as const, ["migrations", "disk"]],
])("what is not ready says why: %o", (state, because) => {
  const good = { migrations: "applied", diskFreeBytes: enough, clockOffsetSeconds: 60 } as const;
  expect(whyNotReady({ ...good, ...state })).toEqual(because);
});

test("a process whose clock is two days ahead is not ready, and says that it is the clock", async () => {
  const right = Date.now();
  vi.setSystemTime(right + 2 * 24 * 3_600_000);
  const answer = await GET();
  expect(answer.status).toBe(503);
  expect(await answer.json()).toMatchObject({ ready: false, because: ["clock"], database: true });
  vi.setSystemTime(right);
});

test("staff are warned below the share that was set, and of nothing above it", async () => {
  expect(await lowDisk(101)).toEqual(expect.any(Number));
  expect(await lowDisk(0)).toBeNull();
});

test("without its database it says so, with what it still knows", async () => {
  const url = process.env.DATABASE_URL;
  await closeDatabase();
  process.env.DATABASE_URL = "postgres://candor_app:x@127.0.0.1:9/none";
  const answer = await GET();
  await closeDatabase();
  process.env.DATABASE_URL = url;
  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual({
    ready: false,
    because: ["database"],
    warnings: expect.any(Array),
    database: false,
    migrations: "unknown",
    clockOffsetSeconds: null,
    unsealed: null,
    unsent: null,
    failing: null,
    refused: null,
    unsigned: null,
    unwitnessed: null,
    contradicted: null,
    diskFreeBytes: expect.any(Number),
    diskFreePercent: expect.any(Number),
  });
});
