import { beforeAll, expect, it } from "vitest";
import type { SystemContext } from "@/lib/context";
import { inPractice, readPractice } from "@/lib/in-practice";
import { ownDatabase } from "@/test/database";
import { makePractice } from "@/test/factories";
import { parseCheckpoint } from "@/verifier/trail/checkpoint";
import { isConsistent } from "@/verifier/trail/consistency";
import { merkleRoot } from "@/verifier/trail/merkle";
import { growWithProof, readTree } from "./prove-consistency";
import { recordEvents } from "./record-event";
import { signTrail } from "./sign-checkpoint";
import { proveToWitness } from "./witness-submission";

const { asSuperuser } = await ownDatabase();
let ctx: SystemContext;
const sizes: number[] = [];

async function write(count: number) {
  await inPractice(ctx, (tx) =>
    recordEvents(tx, ctx, Array(count).fill({ name: "settings.changed", changed: ["phone"] })),
  );
}

beforeAll(async () => {
  ctx = (await makePractice()).system;
  for (const count of [3, 1, 9, 30]) {
    await write(count);
    sizes.push((await signTrail(ctx))?.size ?? 0);
  }
});

const headAt = (size: number) =>
  readPractice(ctx, async (tx) => ({ size, root: merkleRoot(await readTree(tx, ctx, size)) }));

const proven = (from: number, to?: number) => readPractice(ctx, (tx) => proveToWitness(tx, ctx, from, to));

it("is the proof from any size to any checkpoint, and its note", async () => {
  for (const to of sizes) {
    const later = await headAt(to);
    for (let from = 0; from <= to; from++) {
      const [lines = "", ...note] = (await proven(from, to)).split("\n\n");
      const [first, ...nodes] = lines.split("\n");
      expect(first).toBe(`old ${from}`);
      expect(parseCheckpoint(note.join("\n\n"))).toMatchObject(later);
      const proof = nodes.map((node) => Buffer.from(node, "base64").toString("hex"));
      expect(isConsistent(await headAt(from), later, proof), `${from} to ${to}`).toBe(true);
    }
  }
});

it("leads to the newest checkpoint where none is named", async () => {
  expect(await proven(2)).toBe(await proven(2, sizes.at(-1)));
});

it("is none backwards, nor to where nothing was signed", async () => {
  await expect(proven(60, sizes[3])).rejects.toMatchObject({ reason: "proof-backwards" });
  await expect(proven(0, 2)).rejects.toMatchObject({ reason: "no-such-checkpoint" });
});

it("needs of a tree that was kept no entry before it, and every one after it", async () => {
  const [small = 0, , , large = 0] = sizes;
  const grown = () =>
    readPractice(ctx, async (tx) => {
      const tree = { ...kept, nodes: [...kept.nodes] };
      return {
        proof: await growWithProof(tx, ctx, tree, large),
        head: { size: large, root: merkleRoot(tree) },
      };
    });
  const kept = await readPractice(ctx, (tx) => readTree(tx, ctx, small));
  const later = await headAt(large);
  await asSuperuser(`delete from events where practice_id = '${ctx.practiceId}' and seq < ${small}`);
  const { proof, head } = await grown();
  expect(head).toEqual(later);
  expect(isConsistent({ size: small, root: merkleRoot(kept) }, later, proof)).toBe(true);

  await asSuperuser(`delete from events where practice_id = '${ctx.practiceId}' and seq = ${large - 1}`);
  await expect(proven(small)).rejects.toThrow("lacks entry 0");
  await asSuperuser(`delete from events where practice_id = '${ctx.practiceId}' and seq = 20`);
  await expect(grown()).rejects.toThrow("lacks entry 20");
});
