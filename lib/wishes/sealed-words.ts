import type { Context } from "@/lib/context";
import { env } from "@/lib/env";
import { openUnaltered, sealValue } from "@/lib/sealed-value";

type Column =
  | { table: "platform_requests"; column: "sealed_other" | "sealed_reason" }
  | { table: "platform_request_answers"; column: "sealed_words" };

/** Why somebody would rather meet another way may be clinical: a copy of the database must not give it away. */
export function sealWords(ctx: Context, where: Column, rowId: string, words: string | null): Buffer | null {
  return words === null ? null : sealValue(env().masterKey, place(ctx, where, rowId), Buffer.from(words));
}

/** Null without words, and when what is stored is no longer what was sealed. */
export function openWords(ctx: Context, where: Column, rowId: string, sealed: Buffer | null): string | null {
  return sealed && (openUnaltered(env().masterKey, place(ctx, where, rowId), sealed)?.toString() ?? null);
}

function place({ practiceId }: Context, where: Column, rowId: string) {
  return { practiceId, ...where, rowId };
}
