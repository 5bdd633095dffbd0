import { createHash } from "node:crypto";
import type { Context } from "@/lib/context";
import { env } from "@/lib/env";
import { openUnaltered, sealValue } from "@/lib/sealed-value";

export function sealFile(ctx: Context, fileId: string, bytes: Buffer): Buffer {
  return sealValue(env().masterKey, place(ctx, fileId), bytes);
}

/** Null when the stored file is not the one with this fingerprint, or does not even decrypt. */
export function openFile(ctx: Context, file: { id: string; sealed: Buffer }, sha256: string): Buffer | null {
  const bytes = openUnaltered(env().masterKey, place(ctx, file.id), file.sealed);
  return bytes && createHash("sha256").update(bytes).digest("hex") === sha256 ? bytes : null;
}

function place({ practiceId }: Context, rowId: string) {
  return { practiceId, table: "earlier_agreement_files", column: "sealed", rowId };
}
