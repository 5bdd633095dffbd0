import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import { openFile } from "@/lib/sealed-file";
import { mediaTypes } from "@/lib/uploaded-file";
import { getAttestationFile } from "./queries";

/** Hands out what shows that a claim was checked and records who opened it. A file that was altered is kept back. */
export async function openAttestation(ctx: StaffContext, attestationId: string) {
  mustMay(ctx, "read-attestations");
  return inPractice(ctx, async (tx) => {
    const file = await getAttestationFile(tx, ctx, attestationId);
    const bytes = openFile(ctx, { table: "attestation_files", id: file.id }, file.sealed, file.sha256);
    const mediaType = mediaTypes.find((one) => one === file.mediaType);
    if (!bytes || !mediaType) throw new Refused("attestation-damaged");

    await recordEvent(tx, ctx, { name: "attestation.opened", attestationId });
    return { bytes, mediaType };
  });
}
