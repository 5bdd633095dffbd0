import { asc, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { checkpointFailures, checkpointKeys, checkpoints, events } from "@/db/schema";
import type { SystemContext } from "@/lib/context";
import { DatabaseDown, inPractice, readPractice } from "@/lib/in-practice";
import { findDue } from "@/lib/worker/find-due";
import { ownDatabase } from "@/test/database";
import { makePractice } from "@/test/factories";
import { parseCheckpoint, verifyCheckpoint } from "@/verifier/trail/checkpoint";
import { recordEvent } from "./record-event";
import { signTrail } from "./sign-checkpoint";
import { signOwedCheckpoints } from "./sign-owed-checkpoints";
import { findUnsigned, trySigning } from "./try-signing";

const { asSuperuser } = await ownDatabase();

async function write(ctx: SystemContext, count: number) {
  await inPractice(ctx, async (tx) => {
    for (let index = 0; index < count; index++)
      await recordEvent(tx, ctx, { name: "settings.changed", changed: ["phone"] });
  });
}

function storedOf(ctx: SystemContext) {
  return readPractice(ctx, async (tx) => ({
    checkpoints: await tx
      .select()
      .from(checkpoints)
      .where(eq(checkpoints.practiceId, ctx.practiceId))
      .orderBy(asc(checkpoints.size)),
    keys: await tx.select().from(checkpointKeys).where(eq(checkpointKeys.practiceId, ctx.practiceId)),
    events: await tx
      .select({ seq: events.seq, name: events.name })
      .from(events)
      .where(eq(events.practiceId, ctx.practiceId))
      .orderBy(asc(events.seq)),
  }));
}

describe("signing a trail", () => {
  let ctx: SystemContext;
  beforeAll(async () => {
    ctx = (await makePractice()).system;
    await write(ctx, 3);
  });

  it("makes and announces a key the first time, then signs what stands before the signing", async () => {
    const signed = await signTrail(ctx);
    const { checkpoints, keys, events } = await storedOf(ctx);
    expect(events.map(({ name }) => name).slice(3)).toEqual(["checkpoint-key.made", "checkpoint.signed"]);
    expect(signed?.size).toBe(4);
    const note = parseCheckpoint(checkpoints[0]?.note ?? "");
    expect(note).toMatchObject({
      size: 4,
      root: signed?.root,
      origin: `localhost:3000/audit/${ctx.practiceId}`,
    });
    const key = keys[0]?.publicKey.toString("hex") ?? "";
    expect(note && (await verifyCheckpoint(note, note.origin, [key]))).toBe(key);
  });

  it("signs nothing when nothing is new but the signing itself", async () => {
    expect(await signTrail(ctx)).toBeNull();
    await write(ctx, 1);
    expect((await signTrail(ctx))?.size).toBe(6);
  });

  it("keeps its private key encrypted, bound to its row", async () => {
    const { keys } = await storedOf(ctx);
    expect(keys).toHaveLength(1);
    expect(keys[0]?.privateKey.includes(Buffer.from("302e020100300506032b6570", "hex"))).toBe(false);
  });

  it("signs once per size when several sign at once", async () => {
    const other = (await makePractice()).system;
    await write(other, 2);
    await Promise.all([1, 2, 3, 4].map(() => signTrail(other)));
    const { checkpoints, keys } = await storedOf(other);
    expect(keys).toHaveLength(1);
    expect(checkpoints.map(({ size }) => size)).toEqual([3]);
  });

  it("keeps the trail's name when the installation moves to another address", async () => {
    await asSuperuser(`update checkpoints set note = replace(note, 'localhost:3000', 'old.example')
      where practice_id = '${ctx.practiceId}' and size = 4`);
    await write(ctx, 1);
    await signTrail(ctx);
    const { checkpoints } = await storedOf(ctx);
    expect(checkpoints.at(-1)?.note).toContain(`old.example/audit/${ctx.practiceId}\n`);
  });
});

describe("a trail is due", () => {
  const due = async (ctx: SystemContext) =>
    (await findDue("checkpoints_due", 1_000)).some(({ id }) => id === ctx.practiceId);

  it("when it has entries and was never signed", async () => {
    const { system } = await makePractice();
    expect(await due(system)).toBe(false);
    await write(system, 1);
    expect(await due(system)).toBe(true);
  });

  it("not after being signed, not an hour later, and again when something else was written", async () => {
    const { system } = await makePractice();
    await write(system, 1);
    await signOwedCheckpoints(new AbortController().signal);
    expect(await due(system)).toBe(false);
    const anHourLater = `update checkpoints set signed_at = signed_at - interval '61 minutes'
      where practice_id = '${system.practiceId}'`;
    await asSuperuser(anHourLater);
    expect(await due(system)).toBe(false);
    await write(system, 1);
    expect(await due(system)).toBe(true);
  });

  it("within an hour once a thousand entries are new", async () => {
    const { system } = await makePractice();
    await write(system, 1);
    await signTrail(system);
    await write(system, 998);
    expect(await due(system)).toBe(false);
    await write(system, 1);
    expect(await due(system)).toBe(true);
  });
});

describe("a history that was tampered with is not signed over", () => {
  it("when a leaf differs from what was signed", async () => {
    const { system } = await makePractice();
    await write(system, 3);
    await signTrail(system);
    await write(system, 2);
    await asSuperuser(
      `update events set leaf = repeat('ab', 32) where practice_id = '${system.practiceId}' and seq = 1`,
    );
    await expect(signTrail(system)).rejects.toThrow("not what was signed at 4");
  });

  it("when an entry is missing", async () => {
    const { system } = await makePractice();
    await write(system, 3);
    await asSuperuser(`delete from events where practice_id = '${system.practiceId}' and seq = 2`);
    await expect(signTrail(system)).rejects.toThrow("lacks entry 2");
  });

  it("and does not keep the others from being signed, nor is it reported every second", async () => {
    const [broken, sound] = [(await makePractice()).system, (await makePractice()).system];
    for (const ctx of [broken, sound]) await write(ctx, 2);
    await asSuperuser(`delete from events where practice_id = '${broken.practiceId}' and seq = 0`);
    const reported = vi.spyOn(console, "error").mockImplementation(() => {});
    await signOwedCheckpoints(new AbortController().signal);
    await signOwedCheckpoints(new AbortController().signal);
    const ofBroken = reported.mock.calls.filter(([what]) => String(what).includes(broken.practiceId));
    reported.mockRestore();
    expect(ofBroken).toHaveLength(1);
    expect((await storedOf(sound)).checkpoints).toHaveLength(1);
  });
});

describe("a trail that cannot be signed", () => {
  const unsigned = (ctx: SystemContext) => readPractice(ctx, (tx) => findUnsigned(tx, ctx));
  const failures = (ctx: SystemContext) =>
    readPractice(ctx, (tx) =>
      tx.select().from(checkpointFailures).where(eq(checkpointFailures.practiceId, ctx.practiceId)),
    );

  beforeAll(() => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    return () => vi.restoreAllMocks();
  });

  it("is noted once as altered, and until it is signed again", async () => {
    const { system } = await makePractice();
    await write(system, 3);
    const ofEntry = `where practice_id = '${system.practiceId}' and seq = 1`;
    await asSuperuser(`create table gone as select * from events ${ofEntry}; delete from events ${ofEntry}`);
    expect(await trySigning(system)).toBe("failed");
    const found = await unsigned(system);
    expect(found).toMatchObject({ fault: "altered" });
    expect(await trySigning(system)).toBe("failed");
    expect(await failures(system)).toHaveLength(1);

    await asSuperuser("insert into events table gone");
    expect(await trySigning(system)).toBe("signed");
    expect(await unsigned(system)).toBeNull();
    expect(await trySigning(system)).toBe("nothing-new");
  });

  it("is noted as one nobody can sign when its key does not open", async () => {
    const { system } = await makePractice();
    await write(system, 1);
    await signTrail(system);
    await write(system, 1);
    await asSuperuser(
      `update checkpoint_keys set private_key = '\\x00' where practice_id = '${system.practiceId}'`,
    );
    expect(await trySigning(system)).toBe("failed");
    expect(await unsigned(system)).toMatchObject({ fault: "unable" });
  });

  it("is not noted as such while the database is away", async () => {
    const { system } = await makePractice();
    const url = process.env.DATABASE_URL;
    process.env.DATABASE_URL = "postgres://candor_app:x@127.0.0.1:9/none";
    await expect(trySigning(system)).rejects.toThrow(DatabaseDown);
    process.env.DATABASE_URL = url;
    expect(await failures(system)).toEqual([]);
  });
});
