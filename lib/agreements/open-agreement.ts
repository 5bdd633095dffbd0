import { recordEvent } from "@/lib/audit/record-event";
import type { PatientContext, StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import { openFile } from "@/lib/sealed-file";
import { mediaTypes } from "@/lib/uploaded-file";
import { getAgreementFile } from "./queries";

/** Hands out the file of an earlier agreement and records who opened it. One that was altered is kept back. */
export async function openAgreement(ctx: StaffContext | PatientContext, agreementId: string) {
  if (ctx.kind === "staff") mustMay(ctx, "open-documents");
  return inPractice(ctx, async (tx) => {
    const { agreement, file } = await getAgreementFile(tx, ctx, agreementId);
    const row = { table: "earlier_agreement_files", id: file.id } as const;
    const bytes = openFile(ctx, row, file.sealed, agreement.sha256);
    const mediaType = mediaTypes.find((one) => one === agreement.mediaType);
    if (!bytes || !mediaType) throw new Refused("agreement-damaged");

    await recordEvent(tx, ctx, { name: "agreement.opened", patient: agreement.patientId, agreementId });
    return { bytes, mediaType };
  });
}
