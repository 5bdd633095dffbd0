import { and, eq, inArray } from "drizzle-orm";
import { type Practice, signatureEvidence } from "@/db/schema";
import type { Context, PatientContext } from "@/lib/context";
import { env } from "@/lib/env";
import type { Tx } from "@/lib/in-practice";
import type { Mark } from "@/lib/paper/drawn-mark";
import { openUnaltered, openValue } from "@/lib/sealed-value";
import type { Capacity } from "@/verifier/record";

/** How somebody signed or took back. Encrypted at rest; of address and browser only the commitment is ever printed. */
export type Evidence = {
  /** Null when a button was pressed by another person than the one who had given a name. */
  printedName: string | null;
  intent: string;
  mark: Mark | null;
  /** What patient and practice were called then; absent in what was signed before it was kept. */
  named?: Named;
  /** The opened sample that shows they can read it on a screen, where the law wants writing. */
  accessTestId?: string;
  /** The browser had written over the words of the page, as a translation does; absent where nobody could see it. */
  rewritten?: true;
  authentication: PatientContext["arrival"]["authentication"];
  authenticatedAt: string;
  ip: string | null;
  userAgent: string | null;
  salt: string;
  /** Only where it was said aloud and noted. */
  notedBy?: NotedBy;
  /** As whom it was signed, where no answer says so. */
  capacity?: Capacity;
};

/** Who of the practice was told it aloud, as they were called then. */
export type NotedBy = { staffId: string; name: string };

type Named = { legalName: string; practice: Pick<Practice, "name" | "timeZone" | "phone"> };

/** Null when it was erased; throws when it was altered. */
export async function findEvidence(tx: Tx, ctx: Context, signatureId: string) {
  const [row] = await findRows(tx, ctx, [signatureId]);
  if (!row) return null;
  const plain = openValue(env().masterKey, envelope(ctx.practiceId, row.id), row.sealed);
  return { ...asEvidence(plain), commitment: row.commitment };
}

/** To be shown: what was altered says so. */
export async function readEvidence(tx: Tx, ctx: Context, signatureId: string) {
  return (await readEvidences(tx, ctx, [signatureId])).get(signatureId) ?? null;
}

/** As `readEvidence`, by signature; without those that were erased. */
export async function readEvidences(tx: Tx, ctx: Context, signatureIds: readonly string[]) {
  const read = new Map<string, Evidence | "altered">();
  for (const { id, signatureId, sealed } of await findRows(tx, ctx, signatureIds)) {
    const plain = openUnaltered(env().masterKey, envelope(ctx.practiceId, id), sealed);
    read.set(signatureId, plain ? asEvidence(plain) : "altered");
  }
  return read;
}

async function findRows(tx: Tx, ctx: Context, signatureIds: readonly string[]) {
  if (signatureIds.length === 0) return [];
  const ofThem = inArray(signatureEvidence.signatureId, [...signatureIds]);
  return tx
    .select()
    .from(signatureEvidence)
    .where(and(eq(signatureEvidence.practiceId, ctx.practiceId), ofThem));
}

export function envelope(practiceId: string, rowId: string) {
  return { practiceId, table: "signature_evidence", column: "sealed", rowId };
}

/** Safe because only `keepSignature` writes these bytes, and the envelope proves that nobody changed them. */
function asEvidence(plain: Buffer): Evidence {
  return JSON.parse(plain.toString("utf8")) as Evidence;
}
