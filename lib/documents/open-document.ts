import { createHash } from "node:crypto";
import { recordEvent } from "@/lib/audit/record-event";
import type { PatientContext, StaffContext } from "@/lib/context";
import { env } from "@/lib/env";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import { openUnaltered } from "@/lib/sealed-value";
import { documentFileName } from "./document-file-name";
import { getDocumentFile } from "./queries";

/** Hands out the sealed file and records who opened it. A file that is not what was sealed is kept back, and told of. */
export async function openDocument(ctx: StaffContext | PatientContext, documentId: string) {
  if (ctx.kind === "staff") mustMay(ctx, "open-documents");
  const { bytes, document, called } = await inPractice(ctx, async (tx) => {
    const { document, file } = await getDocumentFile(tx, ctx, documentId);
    const bytes = asSealed(ctx.practiceId, file, document.sha256);
    const about = { patient: document.patientId, documentId };
    await recordEvent(tx, ctx, { name: bytes ? "document.opened" : "document.found-damaged", ...about });
    return { bytes, document, called: await documentFileName(tx, ctx, document) };
  });
  // Only now: a refusal inside would take the entry about it back again.
  if (!bytes) throw new Refused("document-damaged");
  return { bytes, document, called };
}

/** Null when the stored file is not the one with this fingerprint, or does not even decrypt. */
function asSealed(practiceId: string, file: { id: string; sealed: Buffer }, sha256: string): Buffer | null {
  const place = { practiceId, table: "document_files", column: "sealed", rowId: file.id };
  const bytes = openUnaltered(env().masterKey, place, file.sealed);
  return bytes && createHash("sha256").update(bytes).digest("hex") === sha256 ? bytes : null;
}
