import { createHash } from "node:crypto";
import type { Context } from "@/lib/context";
import { env } from "@/lib/env";
import { openUnaltered, sealValue } from "@/lib/sealed-value";
import { type GivenFile, mediaTypeOf, readableName } from "./uploaded-file";

/** The row of the table that keeps a file in its column "sealed". */
export type FileRow = { table: "earlier_agreement_files" | "attestation_files"; id: string };

/** What is written down about a file beside its bytes. One that was refused never comes so far. */
export function fileFacts({ name, bytes }: GivenFile) {
  return {
    fileName: readableName(name),
    mediaType: mediaTypeOf(bytes) ?? "",
    byteSize: bytes.length,
    sha256: fingerprint(bytes),
  };
}

export function sealFile(ctx: Context, row: FileRow, bytes: Buffer): Buffer {
  return sealValue(env().masterKey, place(ctx, row), bytes);
}

/** Null when the stored file is not the one with this fingerprint, or does not even decrypt. */
export function openFile(ctx: Context, row: FileRow, sealed: Buffer, sha256: string): Buffer | null {
  const bytes = openUnaltered(env().masterKey, place(ctx, row), sealed);
  return bytes && fingerprint(bytes) === sha256 ? bytes : null;
}

function fingerprint(bytes: Buffer) {
  return createHash("sha256").update(bytes).digest("hex");
}

function place({ practiceId }: Context, { table, id: rowId }: FileRow) {
  return { practiceId, table, column: "sealed", rowId };
}
