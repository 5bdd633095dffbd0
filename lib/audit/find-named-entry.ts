import { and, asc, eq, isNull } from "drizzle-orm";
import { events } from "@/db/schema";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { parseCanonical } from "@/verifier/trail/canonical";
import { leafHash } from "@/verifier/trail/merkle";

/** What a sealed document says of itself, and the SHA-256 it has. */
export type NamedByDocument = { documentId: string; sequence: number; leaf: string; sha256: string };

/** `sealed` is the entry that tells of the sealing. */
export type NamedEntry =
  | { state: "there"; sequence: number; sealed: number }
  | { state: "sealed-otherwise"; sequence: number; sealed: number }
  | { state: "missing" | "different" | "never-sealed"; sequence: number };

/** Whether the trail kept here has the entry that a document names, and tells of the sealing of this very file. */
export async function findNamedEntry(tx: Tx, ctx: Context, document: NamedByDocument): Promise<NamedEntry> {
  const { documentId, sequence, leaf, sha256 } = document;
  const [entry] = await tx
    .select({ body: events.body, leaf: events.leaf, patientId: events.patientId })
    .from(events)
    .where(and(eq(events.practiceId, ctx.practiceId), eq(events.seq, sequence)));
  if (!entry) return { state: "missing", sequence };
  if (entry.leaf !== leaf || leafHash(entry.body) !== leaf) return { state: "different", sequence };

  const sealings = await listSealings(tx, ctx, entry.patientId);
  const sealed = sealings.find(({ body }) => body?.documentId === documentId);
  if (!sealed) return { state: "never-sealed", sequence };
  const isThisFile = sealed.body?.sha256 === sha256 && sealed.isAsHashed;
  return { state: isThisFile ? "there" : "sealed-otherwise", sequence, sealed: sealed.seq };
}

async function listSealings(tx: Tx, { practiceId }: Context, patientId: string | null) {
  const rows = await tx
    .select({ seq: events.seq, body: events.body, leaf: events.leaf })
    .from(events)
    .where(
      and(
        eq(events.practiceId, practiceId),
        patientId === null ? isNull(events.patientId) : eq(events.patientId, patientId),
        eq(events.name, "document.sealed"),
      ),
    )
    .orderBy(asc(events.seq));
  return rows.map(({ seq, body, leaf }) => ({
    seq,
    body: parseCanonical(body),
    isAsHashed: leafHash(body) === leaf,
  }));
}
