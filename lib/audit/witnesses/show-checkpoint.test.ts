import { createServer } from "node:http";
import { describe, expect, it, onTestFinished } from "vitest";
import { findDue } from "@/lib/worker/find-due";
import { runWitness } from "@/server/witness/running-witness.fixture";
import { ownDatabase } from "@/test/database";
import { makePractice } from "@/test/factories";
import { parseCheckpoint } from "@/verifier/trail/checkpoint";
import { cosignaturesOf } from "@/verifier/trail/cosignature";
import { signTrail } from "../sign-checkpoint";
import { showCheckpoint } from "./show-checkpoint";
import { confirmed, failures, grow, type Made, showing, tampering, write } from "./shown-trail.fixture";
import { newWitness } from "./witness.fixture";

const database = await ownDatabase();
const { asSuperuser } = database;
const { later, forget, setBack } = tampering(database);

const isDue = async ({ system }: Made) =>
  (await findDue("cosignatures_due", 1_000)).some(({ practiceId }) => practiceId === system.practiceId);

describe("a checkpoint is shown to the witnesses that were chosen", () => {
  it("and each confirmation kept, with its signature", async () => {
    const witnesses = [await runWitness("chamber.example/w1"), await runWitness("chamber.example/w2")];
    const offered = witnesses.map((one) => one.offered);
    const made = await showing(...offered);
    for (const one of witnesses) one.follow(made.origin, made.key);
    expect(await isDue(made)).toBe(true);
    expect(await showCheckpoint(made.system, offered)).toBe(2);
    expect(await isDue(made)).toBe(false);
    expect(await showCheckpoint(made.system, offered)).toBe(0);

    for (const { note, line, witness } of await confirmed(made)) {
      const checkpoint = parseCheckpoint(note + line);
      expect(checkpoint && (await cosignaturesOf(checkpoint, offered))).toMatchObject([{ line }]);
      expect(offered.map(({ verifierKey }) => verifierKey)).toContain(witness);
    }
    expect(await confirmed(made)).toHaveLength(2);
  });

  it("again and again, each proven from the one before", async () => {
    const { offered, follow, memory } = await runWitness();
    const made = await showing(offered);
    follow(made.origin, made.key);
    for (const count of [0, 1, 9, 40]) {
      if (count > 0) await grow(made, count);
      expect(await showCheckpoint(made.system, [offered])).toBe(1);
    }
    const sizes = (await confirmed(made)).map(({ size }) => size);
    expect(sizes).toHaveLength(4);
    expect(memory.latestOf(made.origin)?.size).toBe(sizes.at(-1));
    expect(await failures(made)).toEqual([]);
  });

  it("from where the witness says it stands, when a confirmation was lost on the way", async () => {
    const { offered, follow } = await runWitness();
    const made = await showing(offered);
    follow(made.origin, made.key);
    await showCheckpoint(made.system, [offered]);
    await forget(made);
    expect(await showCheckpoint(made.system, [offered])).toBe(1);
    await grow(made);
    await forget(made);
    expect(await showCheckpoint(made.system, [offered])).toBe(1);
    expect(await failures(made)).toEqual([]);
  });

  it("by one of two workers", async () => {
    const { offered, follow, said } = await runWitness();
    const made = await showing(offered);
    follow(made.origin, made.key);
    const all = await Promise.all([1, 2, 3].map(() => showCheckpoint(made.system, [offered])));
    expect(all.reduce((sum: number, one) => sum + (one ?? 0), 0)).toBe(1);
    expect(said).toHaveLength(1);
  });

  it("and to nobody before there is a checkpoint, or where nobody was chosen", async () => {
    const made = await makePractice();
    await write(made);
    expect(await showCheckpoint(made.system, [])).toBe(0);
    await signTrail(made.system);
    expect(await isDue(made)).toBe(false);
    expect(await showCheckpoint(made.system, [])).toBe(0);
  });

  it("of one's own practice, never of another", async () => {
    const { offered, follow } = await runWitness();
    const [made, other] = [await showing(offered), await showing(offered)];
    follow(made.origin, made.key);
    expect(await showCheckpoint(made.system, [offered])).toBe(1);
    expect(await confirmed(other)).toEqual([]);
  });
});

describe("a witness that does not confirm", () => {
  it("keeps no other from it, and is asked again after a pause that grows", async () => {
    const { offered, follow } = await runWitness();
    const dead = newWitness("chamber.example/dead");
    const made = await showing(offered, dead);
    follow(made.origin, made.key);
    expect(await showCheckpoint(made.system, [offered, dead])).toBe(1);
    expect(await isDue(made)).toBe(false);
    await later(made);
    expect(await isDue(made)).toBe(true);
    expect(await showCheckpoint(made.system, [offered, dead])).toBe(0);
    const pauses = (await failures(made)).map(
      ({ failedAt, nextTryAt }) => nextTryAt.getTime() - failedAt.getTime(),
    );
    expect(pauses).toEqual([60_000, 120_000]);
    expect((await failures(made)).map(({ fault }) => fault)).toEqual(["unreachable", "unreachable"]);
  });

  it("because the history was set back is told of, with what it knows", async () => {
    const { offered, follow, memory } = await runWitness();
    const made = await showing(offered);
    follow(made.origin, made.key);
    await grow(made, 20);
    await showCheckpoint(made.system, [offered]);
    const known = memory.latestOf(made.origin)?.size;
    await setBack(made);
    expect(await showCheckpoint(made.system, [offered])).toBe(0);
    expect(await failures(made)).toMatchObject([{ fault: "set-back", known }]);
  });

  it("because it saw another history is told of", async () => {
    const { offered, follow, memory } = await runWitness();
    const made = await showing(offered);
    follow(made.origin, made.key);
    await grow(made, 20);
    await showCheckpoint(made.system, [offered]);
    const known = memory.latestOf(made.origin)?.size ?? 0;
    await setBack(made);
    await grow(made, 40);
    expect(await showCheckpoint(made.system, [offered])).toBe(0);
    expect(await failures(made)).toMatchObject([{ fault: "another-history", known }]);
    expect(await confirmed(made)).toEqual([]);
  });

  it("because the same number of entries had another root is told of", async () => {
    const { offered, follow } = await runWitness();
    const made = await showing(offered);
    follow(made.origin, made.key);
    await grow(made, 20);
    await showCheckpoint(made.system, [offered]);
    await setBack(made);
    await grow(made, 20);
    expect(await showCheckpoint(made.system, [offered])).toBe(0);
    expect(await failures(made)).toMatchObject([{ fault: "another-history" }]);
  });

  it("because our own history has a hole is told of", async () => {
    const { offered, follow } = await runWitness();
    const made = await showing(offered);
    follow(made.origin, made.key);
    await showCheckpoint(made.system, [offered]);
    await grow(made);
    await asSuperuser(`delete from events where practice_id = '${made.practice.id}' and seq = 6`);
    expect(await showCheckpoint(made.system, [offered])).toBe(0);
    expect(await failures(made)).toMatchObject([{ fault: "unprovable" }]);
  });

  it.each<
    [
      string,
      (witness: Awaited<ReturnType<typeof runWitness>>, made: Awaited<ReturnType<typeof showing>>) => void,
    ]
  >([
    ["unknown-history", () => {}],
    ["unknown-signer", ({ follow, memory: _ }, { origin }) => follow(origin, "01".repeat(32))],
    ["unreachable", ({ stop }) => stop()],
  ])("is noted as %s", async (fault, spoil) => {
    const witness = await runWitness();
    const made = await showing(witness.offered);
    spoil(witness, made);
    expect(await showCheckpoint(made.system, [witness.offered])).toBe(0);
    expect(await failures(made)).toMatchObject([{ fault }]);
  });

  it("is noted as not offered when the installation no longer names it", async () => {
    const { offered } = await runWitness();
    const made = await showing(offered);
    expect(await showCheckpoint(made.system, [])).toBe(0);
    expect(await failures(made)).toMatchObject([{ fault: "not-offered" }]);
  });

  it.each<[string, number, string]>([
    ["words", 200, "hello"],
    ["a line by another", 200, `— chamber.example/fake ${Buffer.alloc(76).toString("base64")}\n`],
    ["too much", 200, "x".repeat(20_000)],
    ["a size that is none", 409, "many\n"],
    ["a riddle", 418, ""],
    ["a redirect", 302, ""],
  ])("because it answers with %s is believed in nothing", async (_, status, body) => {
    const server = createServer((_request, response) =>
      response.writeHead(status, { location: "/" }).end(body),
    );
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const fake = newWitness("chamber.example/fake", `http://127.0.0.1:${port}`);
    const made = await showing(fake);
    expect(await showCheckpoint(made.system, [fake])).toBe(0);
    expect((await failures(made))[0]?.fault).toMatch(/^(unusable|unreachable)$/);
    expect(await confirmed(made)).toEqual([]);
  });
});
