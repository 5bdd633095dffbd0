import { v7 as uuid } from "uuid";
import { attestationFiles, attestations } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import { fileFacts, sealFile } from "@/lib/sealed-file";
import { type GivenFile, whyNotFile } from "@/lib/uploaded-file";
import type { AttestSafeguardInput } from "./input";
import { lockSafeguard } from "./queries";
import { whyNotAttest } from "./rules";
import { checkNote } from "./sealed-note";

/** Says once of one's own account, for a day, that a claim holds or does not, with a note and what shows it. */
export async function attestSafeguard(
  ctx: StaffContext,
  input: AttestSafeguardInput,
  file: GivenFile | null,
) {
  mustMay(ctx, "attest-safeguards");
  return inPractice(
    ctx,
    (tx) => lockSafeguard(tx, ctx, input.safeguardId),
    async (tx, now, { practice, safeguard }) => {
      const asked = { oneselfId: ctx.staffId, today: today(now, practice.timeZone) };
      const refusal = whyNotAttest(safeguard, input, asked) ?? (file && whyNotFile(file.bytes));
      if (refusal) throw new Refused(refusal);

      const { practiceId } = ctx;
      const { safeguardId, outcome, checkedOn, note } = input;
      const id = uuid();
      const sealedNote = checkNote.seal(ctx, id, note);
      const said = { safeguardId, outcome, checkedOn, sealedNote };
      await tx
        .insert(attestations)
        .values({ practiceId, id, ...said, attestedAt: now, attestedBy: ctx.staffId });
      if (file) {
        const fileId = uuid();
        const sealed = sealFile(ctx, { table: "attestation_files", id: fileId }, file.bytes);
        const row = { practiceId, id: fileId, attestationId: id, ...fileFacts(file), sealed };
        await tx.insert(attestationFiles).values(row);
      }
      await recordEvent(tx, ctx, { name: "safeguard.attested", safeguardId, attestationId: id, outcome });
      return { attestationId: id };
    },
  );
}
