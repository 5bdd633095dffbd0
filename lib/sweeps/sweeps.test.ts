import { readdir } from "node:fs/promises";
import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import { verifyStoredTrail } from "@/lib/audit/verify-stored-trail";
import type { SystemContext } from "@/lib/context";
import { env } from "@/lib/env";
import { inPractice } from "@/lib/in-practice";
import { oweQuestion } from "@/lib/messages/owe-message";
import { ownDatabase } from "@/test/database";
import { makePatient, makePractice } from "@/test/factories";
import { sweeps } from "./sweeps";

await ownDatabase();
let ctx: SystemContext;

beforeAll(async () => {
  const made = await makePractice();
  const { patient } = await makePatient(made);
  ctx = made.system;
  const question = {
    requestId: "019ad000-0000-7000-8000-000000000001",
    sittingId: "019ad000-0000-7000-8000-000000000001",
    notBefore: null,
  };
  await inPractice(made.office, (tx, now) => oweQuestion(tx, made.office, patient, question, now));
});

const nothing = {
  "seal documents": 0,
  "draw previews": 0,
  "draw samples": 0,
  "send sign-in mails": 0,
  "send messages": 0,
  "ask for campaigns": 0,
  "remind of questions": 0,
  "renew answers": 0,
  "owe mails about copies": 0,
  "show checkpoints to witnesses": 0,
  "sign checkpoints": 0,
  "find what no list names": 0,
  "forget old sign-ins": 0,
};

/** The folder is its worker's, and other files have left theirs in it. */
async function capturedMails(): Promise<number> {
  return (await readdir(path.join(env().dataDir, "mail")).catch(() => [])).length;
}

async function sweepAll(signal: AbortSignal) {
  const done: Record<string, number> = {};
  for (const { name, run } of sweeps) done[name] = await run(signal);
  return done;
}

it("begins nothing once the worker is told to stop", async () => {
  expect(await sweepAll(AbortSignal.abort())).toEqual(nothing);
});

it("does what is missing in every practice, and then finds nothing more to do", async () => {
  const signal = new AbortController().signal;
  const before = await capturedMails();
  expect(await sweepAll(signal)).toEqual({ ...nothing, "send messages": 1, "sign checkpoints": 1 });
  expect(await capturedMails()).toBe(before + 1);
  expect(await verifyStoredTrail(ctx)).toMatchObject({ ok: true, size: 3, checkpointsChecked: 1 });
  expect(await sweepAll(signal)).toEqual(nothing);
});
