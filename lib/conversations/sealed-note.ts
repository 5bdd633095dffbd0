import type { Context } from "@/lib/context";
import { sealedText } from "@/lib/sealed-text";

type Outcome = { id: string; note: string | null; sealedNote: Buffer | null };

/** A note may say why, and that is clinical. */
export const outcomeNote = sealedText({ table: "conversation_outcomes", column: "sealed_note" });

/** Notes of before they were sealed stand there in clear. */
export function openNote(ctx: Context, { id, note, sealedNote }: Outcome): string | null {
  return sealedNote ? outcomeNote.open(ctx, id, sealedNote) : note;
}
