import type { Context } from "@/lib/context";
import { env } from "@/lib/env";
import { openUnaltered, sealValue } from "@/lib/sealed-value";

/** Words that a copy of the database must not give away, each sealed to its row. */
export function sealedText(home: { table: string; column: string }) {
  const place = ({ practiceId }: Context, rowId: string) => ({ practiceId, ...home, rowId });

  function seal(ctx: Context, rowId: string, words: string): Buffer;
  function seal(ctx: Context, rowId: string, words: string | null): Buffer | null;
  function seal(ctx: Context, rowId: string, words: string | null): Buffer | null {
    return words === null ? null : sealValue(env().masterKey, place(ctx, rowId), Buffer.from(words));
  }

  /** Null without words, and when what is stored is no longer what was sealed. */
  function open(ctx: Context, rowId: string, sealed: Buffer | null): string | null {
    return sealed && (openUnaltered(env().masterKey, place(ctx, rowId), sealed)?.toString() ?? null);
  }

  return { seal, open };
}
