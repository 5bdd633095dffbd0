import { v7 as uuid } from "uuid";
import { earlierAgreementFiles, earlierAgreements } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { getDisclosure } from "@/lib/disclosures/queries";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { lockPatient } from "@/lib/patients/queries";
import { getPractice } from "@/lib/practices/queries";
import { mustMay } from "@/lib/roles";
import { fileFacts, sealFile } from "@/lib/sealed-file";
import { type GivenFile, whyNotFile } from "@/lib/uploaded-file";
import type { EarlierAgreementInput } from "./input";
import { listFiled } from "./queries";
import { whyNotNoteAgreement } from "./rules";

/** Files an agreement from before with what shows it. It is no signature and gives no consent. */
export async function noteEarlierAgreement(ctx: StaffContext, input: EarlierAgreementInput, file: GivenFile) {
  mustMay(ctx, "note-agreements");
  const { patientId, disclosureId } = input;
  return inPractice(
    ctx,
    (tx) => lockPatient(tx, ctx, patientId, "note-agreements"),
    async (tx, now) => {
      await getDisclosure(tx, ctx, disclosureId);
      const { timeZone } = await getPractice(tx, ctx);
      const kept = fileFacts(file);
      const { sha256 } = kept;
      const known = { today: today(now, timeZone), filed: await listFiled(tx, ctx, input) };
      const refusal = whyNotFile(file.bytes) ?? whyNotNoteAgreement({ ...input, sha256 }, known);
      if (refusal) throw new Refused(refusal);

      const { practiceId, staffId } = ctx;
      const id = uuid();
      const fileId = uuid();
      await tx.insert(earlierAgreements).values({
        ...input,
        practiceId,
        id,
        ...kept,
        notedAt: now,
        notedBy: staffId,
      });
      const sealed = sealFile(ctx, { table: "earlier_agreement_files", id: fileId }, file.bytes);
      await tx.insert(earlierAgreementFiles).values({ practiceId, id: fileId, agreementId: id, sealed });
      const about = { patient: patientId, agreementId: id, disclosureId, sha256 };
      const { agreedOn, form, uses, wordsLanguage } = input;
      const { fileName, mediaType, byteSize } = kept;
      await recordEvent(
        tx,
        ctx,
        { name: "agreement.noted", ...about },
        { agreedOn, form, uses: uses.join("\n"), wordsLanguage, fileName, mediaType, byteSize },
      );
      return { agreementId: id };
    },
  );
}
