import { recordEvent } from "@/lib/audit/record-event";
import type { PatientContext, StaffContext } from "@/lib/context";
import { disclosureTitles } from "@/lib/disclosures/queries";
import { Refused } from "@/lib/errors";
import { fileName } from "@/lib/file-name";
import { inPractice } from "@/lib/in-practice";
import { nameInFiles } from "@/lib/patients/file-names";
import { getPatient } from "@/lib/patients/queries";
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
    const { patientId, disclosureId, agreedOn } = agreement;
    const patient = await getPatient(tx, ctx, patientId);
    const title = (await disclosureTitles(tx, ctx, patient.language)).get(disclosureId) ?? "";
    const named = { title, name: await nameInFiles(tx, ctx, patient), day: agreedOn };
    return { bytes, mediaType, called: (ending: string) => fileName(named, ending) };
  });
}
