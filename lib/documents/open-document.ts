import { createHash } from "node:crypto";
import { recordEvent } from "@/lib/audit/record-event";
import type { PatientContext, StaffContext } from "@/lib/context";
import { env } from "@/lib/env";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/practices/roles";
import { openValue } from "@/lib/sealed-value";
import { getDocumentFile } from "./queries";

/** Hands out the sealed file, checked against its fingerprint, and records who opened it. */
export async function openDocument(ctx: StaffContext | PatientContext, documentId: string) {
  if (ctx.kind === "staff") mustMay(ctx, "open-documents");
  return inPractice(ctx, async (tx) => {
    const { document, file } = await getDocumentFile(tx, ctx, documentId);
    const place = {
      practiceId: ctx.practiceId,
      table: "document_files",
      column: "sealed",
      rowId: file.id,
    };
    const bytes = openValue(env().masterKey, place, file.sealed);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    if (sha256 !== document.sha256) throw new Error(`Document ${documentId} is not the one that was sealed`);

    await recordEvent(tx, ctx, { name: "document.opened", patient: document.patientId, documentId });
    return { bytes, document };
  });
}
