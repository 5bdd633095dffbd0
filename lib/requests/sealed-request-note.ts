import type { Context } from "@/lib/context";
import { env } from "@/lib/env";
import { openUnaltered, sealValue } from "@/lib/sealed-value";

/** Why somebody who said no is asked once more may be clinical: a copy of the database must not give it away. */
export function sealRequestNote(ctx: Context, noteId: string, note: string): Buffer {
  return sealValue(env().masterKey, place(ctx, noteId), Buffer.from(note));
}

/** Null when what is stored is no longer what was sealed. */
export function openRequestNote(ctx: Context, { id, sealed }: { id: string; sealed: Buffer }): string | null {
  return openUnaltered(env().masterKey, place(ctx, id), sealed)?.toString() ?? null;
}

function place({ practiceId }: Context, rowId: string) {
  return { practiceId, table: "request_notes", column: "sealed", rowId };
}
