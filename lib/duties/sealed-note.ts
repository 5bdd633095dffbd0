import type { Context } from "@/lib/context";
import { env } from "@/lib/env";
import { openUnaltered, sealValue } from "@/lib/sealed-value";

/** How it was done may name what was recorded or sent: a copy of the database must not give that away. */
export function sealDutyNote(ctx: Context, completionId: string, note: string): Buffer {
  return sealValue(env().masterKey, place(ctx, completionId), Buffer.from(note));
}

/** Null without a note; "altered" when what is stored is no longer what was sealed. */
export function openDutyNote(
  ctx: Context,
  completionId: string,
  sealed: Buffer | null,
): { words: string } | "altered" | null {
  if (!sealed) return null;
  const plain = openUnaltered(env().masterKey, place(ctx, completionId), sealed);
  return plain ? { words: plain.toString() } : "altered";
}

function place({ practiceId }: Context, rowId: string) {
  return { practiceId, table: "duty_completions", column: "sealed_note", rowId };
}
