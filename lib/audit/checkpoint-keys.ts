import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { checkpointKeys } from "@/db/schema";
import type { Context } from "@/lib/context";
import { env } from "@/lib/env";
import type { Tx } from "@/lib/in-practice";
import { openValue, sealValue } from "@/lib/sealed-value";
import { checkpointKeyId, type TrailKey } from "@/verifier/trail/checkpoint";
import type { BundleKey } from "./bundle";
import { trailKeyOf } from "./checkpoint";
import { recordEvent } from "./record-event";

export type CheckpointKey = { id: string; keyId: string; privateKey: KeyObject };

/** The practice's signing key, made and announced on first use. The caller holds the lock on the trail's head. */
export async function checkpointKey(tx: Tx, ctx: Context, origin: string, now: Date): Promise<CheckpointKey> {
  const { practiceId } = ctx;
  const [row] = await tx
    .select()
    .from(checkpointKeys)
    .where(eq(checkpointKeys.practiceId, practiceId))
    .orderBy(desc(checkpointKeys.madeAt), desc(checkpointKeys.id))
    .limit(1);
  if (!row) return makeKey(tx, ctx, origin, now);

  const opened = openValue(env().masterKey, place(practiceId, row.id), row.privateKey);
  const privateKey = createPrivateKey({ key: opened, format: "der", type: "pkcs8" });
  return { id: row.id, keyId: checkpointKeyId(origin, row.publicKey.toString("hex")), privateKey };
}

/** Public keys, in hex, whose private half opens under the master key: what else stands in the table is no key of ours. */
export async function listOwnKeys(tx: Tx, ctx: Context): Promise<Set<TrailKey>> {
  const { practiceId } = ctx;
  const rows = await tx
    .select({ id: checkpointKeys.id, privateKey: checkpointKeys.privateKey })
    .from(checkpointKeys)
    .where(eq(checkpointKeys.practiceId, practiceId));
  return new Set(rows.flatMap((row) => publicHalf(practiceId, row) ?? []));
}

function publicHalf(practiceId: string, row: { id: string; privateKey: Buffer }): string | null {
  try {
    const opened = openValue(env().masterKey, place(practiceId, row.id), row.privateKey);
    const privateKey = createPrivateKey({ key: opened, format: "der", type: "pkcs8" });
    return trailKeyOf(createPublicKey(privateKey));
  } catch {
    return null;
  }
}

/** Every key the practice ever signed with, oldest first, each until the next one was made. */
export function keysInTurn(rows: readonly { publicKey: Buffer; madeAt: Date }[]): BundleKey[] {
  return rows.map(({ publicKey, madeAt }, index) => ({
    publicKey: publicKey.toString("hex"),
    from: madeAt,
    until: rows[index + 1]?.madeAt ?? null,
  }));
}

async function makeKey(tx: Tx, ctx: Context, origin: string, madeAt: Date): Promise<CheckpointKey> {
  const { practiceId } = ctx;
  const id = uuid();
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const made = trailKeyOf(publicKey);
  const keyId = checkpointKeyId(origin, made);
  const bytes = privateKey.export({ format: "der", type: "pkcs8" });
  await tx.insert(checkpointKeys).values({
    practiceId,
    id,
    publicKey: Buffer.from(made, "hex"),
    privateKey: sealValue(env().masterKey, place(practiceId, id), bytes),
    madeAt,
  });
  await recordEvent(tx, ctx, { name: "checkpoint-key.made", keyId, publicKey: made });
  return { id, keyId, privateKey };
}

function place(practiceId: string, rowId: string) {
  return { practiceId, table: "checkpoint_keys", column: "private_key", rowId };
}
