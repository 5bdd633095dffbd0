import type { Context } from "@/lib/context";
import { env } from "@/lib/env";
import { openUnaltered, sealValue } from "@/lib/sealed-value";

/** What was seen says how a practice is set up: a copy of the database must not give it away. */
export function sealCheckNote(ctx: Context, attestationId: string, note: string): Buffer {
  return sealValue(env().masterKey, place(ctx, attestationId), Buffer.from(note));
}

/** Null without a note, and when what is stored is no longer what was sealed. */
export function openCheckNote(ctx: Context, row: { id: string; sealedNote: Buffer | null }): string | null {
  if (!row.sealedNote) return null;
  return openUnaltered(env().masterKey, place(ctx, row.id), row.sealedNote)?.toString() ?? null;
}

function place({ practiceId }: Context, rowId: string) {
  return { practiceId, table: "attestations", column: "sealed_note", rowId };
}
