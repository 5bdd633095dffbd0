import type { Context } from "@/lib/context";
import { env } from "@/lib/env";
import { openUnaltered, sealValue } from "@/lib/sealed-value";

type Table = "answer_corrections" | "notice_endings";

/** Why something was corrected or ended may be clinical: a copy of the database must not give it away. */
export function sealReason(ctx: Context, table: Table, rowId: string, reason: string): Buffer {
  return sealValue(env().masterKey, place(ctx, table, rowId), Buffer.from(reason));
}

/** Null when what is stored is no longer what was sealed. */
export function openReason(ctx: Context, table: Table, rowId: string, sealed: Buffer): string | null {
  return openUnaltered(env().masterKey, place(ctx, table, rowId), sealed)?.toString() ?? null;
}

function place({ practiceId }: Context, table: Table, rowId: string) {
  return { practiceId, table, column: "sealed_reason", rowId };
}
