import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { signCheckpoint } from "@/lib/audit/checkpoint";
import { storedEvent } from "@/lib/audit/event-body";
import { soundTrail, type Trail } from "@/lib/audit/trail.fixture";
import { frontierOf, leafHash, merkleRoot } from "./merkle";
import { verifyTrail } from "./verify-trail";

const rows = 200;
const sound = soundTrail(1, rows, 50);
const foreign = soundTrail(2, rows, 50);
const stranger = generateKeyPairSync("ed25519");

function verify({ events, checkpoints, keys, practice, origin }: Trail) {
  return verifyTrail(events, checkpoints, keys, { practice, origin });
}

describe("a sound trail", () => {
  it("holds, from rows and from a stream", async () => {
    const verdict = { ok: true, size: rows, checkpointsChecked: sound.checkpoints.length };
    const { events, checkpoints, keys } = sound;
    async function* stream() {
      yield* events;
    }
    expect(await verify(sound)).toMatchObject(verdict);
    expect(await verifyTrail(stream(), checkpoints, keys, sound)).toMatchObject(verdict);
  });

  it("holds when nothing has been written yet", async () => {
    expect(await verifyTrail([], [], [], sound)).toMatchObject({ ok: true, size: 0, checkpointsChecked: 0 });
  });

  it("is the trail of one practice only, signed under one name only", async () => {
    expect(await verify({ ...sound, practice: foreign.practice })).toMatchObject({
      ok: false,
      seq: 0,
      reason: "link",
    });
    expect(await verify({ ...sound, origin: foreign.origin })).toMatchObject({
      ok: false,
      reason: "signature",
    });
  });

  it("has entries that know their own place, also where no checkpoint covers them", async () => {
    const misplaced = storedEvent({ ...JSON.parse(sound.events[0]?.body ?? ""), seq: 7 });
    const events = [{ ...misplaced, seq: 0 }];
    expect(await verifyTrail(events, [], [], sound)).toMatchObject({ ok: false, seq: 0, reason: "column" });
  });

  it("agrees with the leaves that documents carry", async () => {
    const known = sound.events.slice(3, 9);
    const verdict = await verifyTrail(sound.events, sound.checkpoints, sound.keys, { ...sound, known });
    expect(verdict).toMatchObject({ ok: true });
  });
});

describe("what is known outside", () => {
  it("a history rewritten and signed again by the real key is caught by any one leaf", async () => {
    const rewritten = soundTrail(1, rows, 50);
    expect(await verify(rewritten)).toMatchObject({ ok: true });
    for (const { seq, leaf } of sound.events.slice(1)) {
      const verdict = await verifyTrail(rewritten.events, rewritten.checkpoints, rewritten.keys, {
        ...rewritten,
        known: [{ seq, leaf }],
      });
      expect(verdict).toMatchObject({ ok: false, seq, reason: "hash" });
    }
  });

  it("a tail cut before any checkpoint is missed by the head", async () => {
    const { seq, leaf } = sound.events[9] ?? { seq: 9, leaf: "" };
    const verdict = await verifyTrail(sound.events.slice(0, 9), [], sound.keys.slice(0, 1), {
      ...sound,
      known: [{ seq, leaf }],
    });
    expect(verdict).toMatchObject({ ok: false, seq: 9, reason: "missing-tail" });
  });
});

describe("signing keys", () => {
  const signedBy = (size: number, key = sound.signers[0] ?? stranger.privateKey) => {
    const root = merkleRoot(frontierOf(sound.events.slice(0, size).map(({ leaf }) => leaf)));
    return { size, note: signCheckpoint({ origin: sound.origin, size, root, key }) };
  };

  it("a key signs from the entry that announces it until the next key is announced", async () => {
    const within = { ...sound, checkpoints: [signedBy(2), signedBy(rows / 2), ...sound.checkpoints] };
    expect(await verify(within)).toMatchObject({ ok: true });

    const before = { ...sound, checkpoints: [signedBy(1), ...sound.checkpoints] };
    expect(await verify(before)).toMatchObject({ ok: false, seq: 0, reason: "signature" });

    const after = { ...sound, checkpoints: [...sound.checkpoints, signedBy(rows)] };
    expect(await verify(after)).toMatchObject({ ok: false, seq: rows - 1, reason: "signature" });
  });

  it("a checkpoint beyond the end counts as a lost tail only if the practice signed it", async () => {
    const beyond = { origin: sound.origin, size: rows + 9, root: leafHash("other") };
    const signed = (key = stranger.privateKey) => [
      { size: beyond.size, note: signCheckpoint({ ...beyond, key }) },
    ];
    const withAlso = (checkpoints: Trail["checkpoints"]) =>
      verify({ ...sound, checkpoints: [...sound.checkpoints, ...checkpoints] });
    expect(await withAlso(signed())).toMatchObject({ ok: false, seq: rows + 8, reason: "signature" });
    expect(await withAlso(signed(sound.signers[1]))).toMatchObject({
      ok: false,
      seq: rows,
      reason: "missing-tail",
    });
  });

  it("a signed root that the entries do not have is found even if the signature is right", async () => {
    const root = leafHash("other");
    const note = signCheckpoint({
      origin: sound.origin,
      size: 5,
      root,
      key: sound.signers[0] ?? stranger.privateKey,
    });
    const forged = { ...sound, checkpoints: [{ size: 5, note }, ...sound.checkpoints] };
    expect(await verify(forged)).toMatchObject({ ok: false, seq: 0, reason: "root" });
  });
});
