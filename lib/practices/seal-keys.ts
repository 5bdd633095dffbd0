import { createHash, createPrivateKey, type KeyObject } from "node:crypto";
import { asc, desc, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { installationAuthority, practices, sealKeys } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { Context } from "@/lib/context";
import { env } from "@/lib/env";
import type { Tx } from "@/lib/in-practice";
import { makeInstallationAuthority, makePracticeSeal, type SealKey } from "@/lib/seal/certificates";
import { openValue, sealValue } from "@/lib/sealed-value";

export type PracticeSeal = SealKey & { id: string; authority: Buffer };

const opened = new Map<string, KeyObject>();

/** The practice's newest seal key, if it has sealed before. */
export async function findSealKey(tx: Tx, ctx: Context): Promise<PracticeSeal | null> {
  const [row] = await tx
    .select()
    .from(sealKeys)
    .where(eq(sealKeys.practiceId, ctx.practiceId))
    .orderBy(desc(sealKeys.madeAt))
    .limit(1);
  if (!row) return null;
  const place = { practiceId: ctx.practiceId, table: "seal_keys", column: "private_key", rowId: row.id };
  const privateKey = openOnce(row.id, place, row.privateKey);
  return {
    id: row.id,
    certificate: row.certificate,
    privateKey,
    authority: await authorityCertificate(tx),
  };
}

/** Makes the practice's seal key at its first document, under the installation's authority. */
export async function makeSealKey(tx: Tx, ctx: Context, now: Date): Promise<PracticeSeal> {
  const [practice] = await tx
    .select()
    .from(practices)
    .where(eq(practices.practiceId, ctx.practiceId))
    .for("no key update");
  if (!practice) throw new Error(`Practice ${ctx.practiceId} is missing`);
  const existing = await findSealKey(tx, ctx);
  if (existing) return existing;

  const authority = await authorityOf(tx, now);
  const { certificate, privateKey } = makePracticeSeal({
    authority,
    now,
    practiceName: practice.name,
    practiceSlug: practice.slug,
    practiceId: ctx.practiceId,
  });
  const id = uuid();
  const place = { practiceId: ctx.practiceId, table: "seal_keys", column: "private_key", rowId: id };
  const sealed = sealValue(env().masterKey, place, asBytes(privateKey));
  await tx
    .insert(sealKeys)
    .values({ practiceId: ctx.practiceId, id, certificate, privateKey: sealed, madeAt: now });
  const certificateSha256 = createHash("sha256").update(certificate).digest("hex");
  await recordEvent(tx, ctx, { name: "seal-key.made", keyId: id, certificateSha256 });
  return { id, certificate, privateKey, authority: authority.certificate };
}

async function authorityCertificate(tx: Tx): Promise<Buffer> {
  const authority = await findAuthority(tx);
  if (!authority) throw new Error("A seal key stands without the authority that vouches for it");
  return authority.certificate;
}

async function authorityOf(tx: Tx, now: Date): Promise<SealKey> {
  const found = await findAuthority(tx);
  if (found) return found;
  const { certificate, privateKey } = makeInstallationAuthority("Candor installation authority", now);
  const id = uuid();
  const sealed = sealValue(env().masterKey, authorityPlace(id), asBytes(privateKey));
  await tx
    .insert(installationAuthority)
    .values({ id, certificate, privateKey: sealed, madeAt: now })
    .onConflictDoNothing();
  const made = await findAuthority(tx);
  if (!made) throw new Error("The installation authority could not be made");
  return made;
}

async function findAuthority(tx: Tx): Promise<SealKey | null> {
  const [row] = await tx
    .select()
    .from(installationAuthority)
    .orderBy(asc(installationAuthority.madeAt))
    .limit(1);
  if (!row) return null;
  const privateKey = openOnce(row.id, authorityPlace(row.id), row.privateKey);
  return { certificate: row.certificate, privateKey };
}

const authorityPlace = (rowId: string) => ({
  practiceId: "installation",
  table: "installation_authority",
  column: "private_key",
  rowId,
});

function openOnce(id: string, place: Parameters<typeof openValue>[1], sealed: Buffer): KeyObject {
  const known = opened.get(id);
  if (known) return known;
  const der = openValue(env().masterKey, place, sealed);
  const key = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  opened.set(id, key);
  return key;
}

function asBytes(key: KeyObject): Buffer {
  return key.export({ format: "der", type: "pkcs8" });
}
