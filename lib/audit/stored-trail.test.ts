import { generateKeyPairSync } from "node:crypto";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SystemContext, systemContext } from "@/lib/context";
import { inPractice, readPractice } from "@/lib/in-practice";
import { testDatabase } from "@/test/database";
import { makePatient, makePractice } from "@/test/factories";
import { checkpointKeyId } from "@/verifier/trail/checkpoint";
import { appendLeaf, emptyFrontier, merkleRoot } from "@/verifier/trail/merkle";
import { verifyBundle } from "@/verifier/trail/verify-bundle";
import { firstPrev } from "@/verifier/trail/verify-trail";
import { bundleFolder } from "./bundle-folder";
import { signCheckpoint, trailKeyOf } from "./checkpoint";
import { type StoredEvent, storedEvent } from "./event-body";
import { exportTrail } from "./export-trail";
import { readTrail } from "./read-trail";
import { recordEvent } from "./record-event";
import { signTrail } from "./sign-checkpoint";
import { verifyStoredTrail } from "./verify-stored-trail";

const { asSuperuser } = await testDatabase();
const folder = await mkdtemp(path.join(tmpdir(), "candor-trail-"));
const verifier = "<!doctype html>";
afterAll(() => rm(folder, { recursive: true }));

/** Twelve entries, signed after the sixth (7 with the key's own) and at the end but for two. */
async function makeTrail(): Promise<SystemContext> {
  const made = await makePractice();
  const { patient } = await makePatient(made);
  const view = { name: "patient.viewed", patient: patient.id, reason: "owner" } as const;
  const write = (count: number) =>
    inPractice(made.owner, async (tx) => {
      for (let index = 0; index < count; index++) await recordEvent(tx, made.owner, view, { pages: index });
    });
  await write(6);
  await signTrail(made.system);
  await write(4);
  return made.system;
}

describe("a trail nobody touched", () => {
  it("holds, with every checkpoint", async () => {
    const verdict = await verifyStoredTrail(await makeTrail());
    expect(verdict).toMatchObject({ ok: true, size: 12, checkpointsChecked: 1 });
  });

  it("holds while others write to it", async () => {
    const ctx = await makeTrail();
    const writing = Array.from({ length: 20 }, async (_, index) => {
      await inPractice(ctx, (tx) => recordEvent(tx, ctx, { name: "settings.changed", changed: ["name"] }));
      if (index % 5 === 0) await signTrail(ctx);
    });
    const verdicts = await Promise.all([1, 2, 3, 4].map(() => verifyStoredTrail(ctx)));
    await Promise.all(writing);
    expect(verdicts.map(({ ok }) => ok)).toEqual([true, true, true, true]);
  });
});

describe("what a superuser changes is found, and where", () => {
  const at = (seq: number) => (practice: string) => `practice_id = '${practice}' and seq = ${seq}`;

  it.each<[string, (practice: string) => string, { seq: number; reason: string }]>([
    [
      "the text of an entry",
      (p) => `update events set body = replace(body, 'owner', 'office') where ${at(2)(p)}`,
      { seq: 2, reason: "hash" },
    ],
    [
      "the text of an entry and its fingerprint",
      (
        p,
      ) => `update events set body = replace(body, 'owner', 'office'), leaf = encode(sha256('\\x00'::bytea ||
        convert_to(replace(body, 'owner', 'office'), 'UTF8')), 'hex') where ${at(2)(p)}`,
      { seq: 3, reason: "link" },
    ],
    [
      "whom it was about",
      (p) => `update events set patient_id = null where ${at(1)(p)}`,
      { seq: 1, reason: "column" },
    ],
    [
      "who did it",
      (p) => `update events set actor_id = 'worker' where ${at(1)(p)}`,
      { seq: 1, reason: "column" },
    ],
    [
      "what it was",
      (p) => `update events set name = 'patient.edited' where ${at(4)(p)}`,
      { seq: 4, reason: "column" },
    ],
    [
      "when it was",
      (p) => `update events set at = at - interval '1 hour' where ${at(5)(p)}`,
      { seq: 5, reason: "column" },
    ],
    [
      "an entry is taken into the one before, as both would be read",
      (p) => `update events set body = body || (select concat_ws(E'\\t', E'\\n4', name,
          to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), actor_id, patient_id, leaf, body)
          from events where ${at(4)(p)}) where ${at(3)(p)}; delete from events where ${at(4)(p)}`,
      { seq: 3, reason: "hash" },
    ],
    ["an entry is deleted", (p) => `delete from events where ${at(3)(p)}`, { seq: 3, reason: "gap" }],
    [
      "two entries are swapped",
      (p) => `update events set seq = -1 where ${at(2)(p)}; update events set seq = 2 where ${at(3)(p)};
        update events set seq = 3 where ${at(-1)(p)}`,
      { seq: 2, reason: "link" },
    ],
    [
      "the tail is cut",
      (p) => `delete from events where practice_id = '${p}' and seq >= 10`,
      { seq: 10, reason: "missing-tail" },
    ],
    [
      "the tail is cut and the end noted anew",
      (p) => `delete from events where practice_id = '${p}' and seq >= 5;
        update audit_heads set size = 5, leaf = (select leaf from events where ${at(4)(p)}) where practice_id = '${p}'`,
      { seq: 5, reason: "missing-tail" },
    ],
    [
      "an entry is put beyond the end",
      (p) => `update audit_heads set size = 11, leaf = (select leaf from events where ${at(10)(p)})
        where practice_id = '${p}'`,
      { seq: 11, reason: "gap" },
    ],
    [
      "a checkpoint is changed",
      (p) =>
        `update checkpoints set note = regexp_replace(note, E'\\n7\\n.{10}', E'\\n7\\nAAAAAAAAAA') where practice_id = '${p}'`,
      { seq: 6, reason: "signature" },
    ],
    [
      "a checkpoint is deleted",
      (p) => `delete from checkpoints where practice_id = '${p}'`,
      { seq: 7, reason: "root" },
    ],
    [
      "the signing key is replaced",
      (p) =>
        `update checkpoint_keys set public_key = decode(repeat('11', 32), 'hex') where practice_id = '${p}'`,
      { seq: 6, reason: "signature" },
    ],
    [
      "everything is gone, the note of its end too",
      (p) =>
        ["events", "audit_heads", "checkpoints", "checkpoint_keys"]
          .map((table) => `delete from ${table} where practice_id = '${p}'`)
          .join("; "),
      { seq: 0, reason: "missing-tail" },
    ],
    [
      "everything is gone",
      (p) => `delete from events where practice_id = '${p}'`,
      { seq: 0, reason: "missing-tail" },
    ],
  ])("%s", async (_, statement, expected) => {
    const ctx = await makeTrail();
    await asSuperuser(statement(ctx.practiceId));
    const verdict = await verifyStoredTrail(ctx);
    expect(verdict).toMatchObject({ ok: false, ...expected });
  });
});

it("a trail rewritten from its start and signed anew is found: that key does not open under ours", async () => {
  const ctx = await makeTrail();
  const { origin, events } = await readPractice(ctx, async (tx) => {
    const stored = await readTrail(tx, ctx);
    const events: StoredEvent[] = [];
    for await (const event of stored.events) events.push(event);
    return { origin: stored.origin, events };
  });
  const { statements, announced } = rewrite(events, origin);
  await asSuperuser(statements.map((one) => `${one} and practice_id = '${ctx.practiceId}'`).join(";\n"));
  expect(await verifyStoredTrail(ctx)).toMatchObject({ ok: false, seq: announced, reason: "signature" });
});

/** What a superuser would run who changes the second entry and gives everything after it a key of their own. */
function rewrite(events: StoredEvent[], origin: string) {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const raw = trailKeyOf(publicKey);
  const keyId = checkpointKeyId(origin, raw);
  const tree = emptyFrontier();
  const roots = [merkleRoot(tree)];
  const statements = [`update checkpoint_keys set public_key = decode('${raw}', 'hex') where true`];
  let prev = firstPrev;
  for (const { seq, ...event } of events) {
    const body = { ...JSON.parse(event.body), prev };
    if (seq === 1) body.route = "paper";
    if (body.name === "checkpoint-key.made") Object.assign(body, { keyId, publicKey: raw });
    if (body.name === "checkpoint.signed") {
      const root = roots[body.size] ?? "";
      Object.assign(body, { keyId, root });
      const note = signCheckpoint({ origin, size: body.size, root, key: privateKey });
      statements.push(
        `update checkpoints set note = $n$${note}$n$, root = '${root}' where size = ${body.size}`,
      );
    }
    const { leaf, body: text } = storedEvent(body);
    statements.push(`update events set body = $b$${text}$b$, leaf = '${leaf}' where seq = ${seq}`);
    appendLeaf(tree, leaf);
    roots.push(merkleRoot(tree));
    prev = leaf;
  }
  statements.push(`update audit_heads set leaf = '${prev}' where true`);
  return { statements, announced: events.findIndex(({ name }) => name === "checkpoint-key.made") };
}

describe("an exported trail", () => {
  let ctx: SystemContext;
  const bundle = path.join(folder, "bundle");
  beforeAll(async () => {
    ctx = await makeTrail();
    await exportTrail(systemContext(ctx.practiceId, "command-line"), bundle, verifier);
  });

  it("holds without the database, signed up to the entry that says it was taken along", async () => {
    expect(await verifyBundle(bundleFolder(bundle))).toMatchObject({ size: 14, checkpointsChecked: 2 });
    const text = await readFile(path.join(bundle, "events.jsonl"), "utf8");
    const bodies = text.match(/.+/g)?.map((line) => JSON.parse(line).body) ?? [];
    expect(bodies.at(-2)).toMatchObject({ name: "export.made", kind: "trail" });
    expect(bodies.at(-1)).toMatchObject({ name: "checkpoint.signed", size: 13 });
  });

  it("is written also when it cannot be signed any more, and then does not hold", async () => {
    const altered = await makeTrail();
    await asSuperuser(`delete from events where practice_id = '${altered.practiceId}' and seq = 2`);
    await exportTrail(altered, `${bundle}-altered`, verifier);
    expect(await verifyBundle(bundleFolder(`${bundle}-altered`))).toMatchObject({ ok: false, seq: 2 });
  });

  it("holds no name, address or text of anybody", async () => {
    const files = ["events.jsonl", "checkpoints.txt", "keys.json", "certificates.pem"];
    for (const file of files)
      expect(await readFile(path.join(bundle, file), "utf8")).not.toMatch(/Ana|Ruiz|patients\.test|1988/);
  });

  it("does not overwrite another one", async () => {
    await expect(exportTrail(ctx, bundle, verifier)).rejects.toThrow("folder-not-empty");
  });

  it("is not for a therapist or the office to take", async () => {
    const made = await makePractice();
    const out = path.join(folder, "none");
    for (const staff of [made.therapist, made.office])
      await expect(exportTrail(staff, out, verifier)).rejects.toThrow("not-your-role");
  });
});
