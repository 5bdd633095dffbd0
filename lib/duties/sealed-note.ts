import type { Context } from "@/lib/context";
import { sealedText } from "@/lib/sealed-text";

/** How it was done may name what was recorded or sent. */
export const dutyNote = sealedText({ table: "duty_completions", column: "sealed_note" });

/** Null without a note; "altered" when what is stored is no longer what was sealed. */
export function openDutyNote(
  ctx: Context,
  completionId: string,
  sealed: Buffer | null,
): { words: string } | "altered" | null {
  if (!sealed) return null;
  const words = dutyNote.open(ctx, completionId, sealed);
  return words === null ? "altered" : { words };
}
