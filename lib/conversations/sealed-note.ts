import type { Context } from "@/lib/context";
import { env } from "@/lib/env";
import { openUnaltered, sealValue } from "@/lib/sealed-value";

type Outcome = { id: string; note: string | null; sealedNote: Buffer | null };

/** A note may say why: it is clinical, so a copy of the database must not give it away. */
export function sealNote(ctx: Context, outcomeId: string, note: string): Buffer {
  return sealValue(env().masterKey, place(ctx, outcomeId), Buffer.from(note));
}

/** Null without a note, and when what is stored is no longer what was sealed. */
export function openNote(ctx: Context, { id, note, sealedNote }: Outcome): string | null {
  if (!sealedNote) return note;
  return openUnaltered(env().masterKey, place(ctx, id), sealedNote)?.toString() ?? null;
}

function place({ practiceId }: Context, rowId: string) {
  return { practiceId, table: "conversation_outcomes", column: "sealed_note", rowId };
}
