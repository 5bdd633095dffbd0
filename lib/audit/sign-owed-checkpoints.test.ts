import { asc, eq } from "drizzle-orm";
import { afterAll, describe, expect, it, vi } from "vitest";
import { closeDatabase } from "@/db/client";
import { checkpoints, events } from "@/db/schema";
import type { SystemContext } from "@/lib/context";
import { inPractice, readPractice } from "@/lib/in-practice";
import { ownDatabase } from "@/test/database";
import { makePractice } from "@/test/factories";
import { frontierOf, merkleRoot } from "@/verifier/trail/merkle";
import { recordEvent } from "./record-event";
import { signOwedCheckpoints } from "./sign-owed-checkpoints";
import { verifyStoredTrail } from "./verify-stored-trail";

const { asSuperuser } = await ownDatabase();
afterAll(closeDatabase);

async function write(ctx: SystemContext, count: number) {
  await inPractice(ctx, async (tx) => {
    for (let index = 0; index < count; index++)
      await recordEvent(tx, ctx, { name: "settings.changed", changed: ["phone"] });
  });
}

async function leavesOf(ctx: SystemContext): Promise<string[]> {
  const rows = await readPractice(ctx, (tx) =>
    tx
      .select({ leaf: events.leaf })
      .from(events)
      .where(eq(events.practiceId, ctx.practiceId))
      .orderBy(asc(events.seq)),
  );
  return rows.map(({ leaf }) => leaf);
}

function signedOf(ctx: SystemContext) {
  return readPractice(ctx, (tx) =>
    tx
      .select({ size: checkpoints.size, root: checkpoints.root })
      .from(checkpoints)
      .where(eq(checkpoints.practiceId, ctx.practiceId))
      .orderBy(asc(checkpoints.size)),
  );
}

describe("a worker that keeps what it signed", () => {
  const anHourLater = ({ practiceId }: SystemContext) =>
    asSuperuser(`update checkpoints set signed_at = signed_at - interval '61 minutes'
      where practice_id = '${practiceId}'`);
  const sign = () => signOwedCheckpoints(new AbortController().signal);
  const alter = ({ practiceId }: SystemContext, seq: number) =>
    asSuperuser(
      `update events set leaf = repeat('ab', 32) where practice_id = '${practiceId}' and seq = ${seq}`,
    );

  it("reads on from there, and signs what had been written, whatever stands there since", async () => {
    const { system } = await makePractice();
    await write(system, 3);
    await sign();
    await write(system, 2);
    const leaves = await leavesOf(system);
    await alter(system, 1);
    await anHourLater(system);
    await sign();
    const root = merkleRoot(frontierOf(leaves));
    expect((await signedOf(system)).at(-1)).toEqual({ size: leaves.length, root });
    expect(await verifyStoredTrail(system)).toMatchObject({ ok: false, seq: 1, reason: "hash" });
  });

  it("reads it whole once a day, and refuses what was altered", async () => {
    const { system } = await makePractice();
    await write(system, 3);
    await sign();
    await write(system, 2);
    await alter(system, 1);
    await anHourLater(system);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 24 * 3_600_000 });
    vi.spyOn(console, "error").mockImplementation(() => {});
    await sign();
    vi.useRealTimers();
    vi.restoreAllMocks();
    expect(await signedOf(system)).toHaveLength(1);
  });

  it("begins anew where the database was set back to before the last signing", async () => {
    const { system } = await makePractice();
    await write(system, 3);
    await sign();
    await write(system, 2);
    await anHourLater(system);
    await sign();
    const { practiceId } = system;
    await asSuperuser(`delete from checkpoints where practice_id = '${practiceId}' and size > 4;
      delete from events where practice_id = '${practiceId}' and seq > 4;
      update audit_heads h set size = 5, leaf = e.leaf from events e
       where h.practice_id = '${practiceId}' and e.practice_id = h.practice_id and e.seq = 4`);
    await write(system, 4);
    await sign();
    expect(await signedOf(system)).toHaveLength(2);
    expect(await verifyStoredTrail(system)).toMatchObject({ ok: true, checkpointsChecked: 2 });
  });
});
