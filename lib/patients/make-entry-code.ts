import { v7 as uuid } from "uuid";
import { entryCodes } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { listOpenRoles } from "@/lib/practices/queries";
import { mustMay, whoElseMay } from "@/lib/roles";
import { hashEntryCode, newEntryCode } from "./entry-code";
import { latestAddressChanges } from "./entry-proofs";
import type { PatientIdInput } from "./input";
import { lockPatient } from "./queries";
import { whyNotMakeCode } from "./rules";

const validFor = 7 * 24 * 60 * 60_000;

/** A code to hand to the patient, shown this once. It ends earlier codes and opens an entry that misses had locked. */
export async function makeEntryCode(ctx: StaffContext, { patientId }: PatientIdInput) {
  mustMay(ctx, "make-entry-codes");
  const code = newEntryCode();
  const codeHash = await hashEntryCode(code);
  return inPractice(
    ctx,
    (tx) => lockPatient(tx, ctx, patientId, "make-entry-codes"),
    async (tx, now, patient) => {
      const { practiceId, staffId } = ctx;
      const change = (await latestAddressChanges(tx, ctx, [patientId])).get(patientId);
      const isChanger = change?.changedBy === staffId;
      const roles = await listOpenRoles(tx, ctx);
      const colleagues = whoElseMay(roles, "make-entry-codes", patient.treatingStaffId, staffId).length;
      const refusal = whyNotMakeCode(patient.isArchived, { isChanger, colleagues });
      if (refusal) throw new Refused(refusal);

      const expiresAt = new Date(now.getTime() + validFor);
      const made = { codeHash, madeAt: now, madeBy: staffId, expiresAt };
      await tx.insert(entryCodes).values({ practiceId, id: uuid(), patientId, ...made });

      const name = isChanger ? "patient.entry-code-made-alone" : "patient.entry-code-made";
      await recordEvent(tx, ctx, { name, patient: patientId });
      return { code, expiresAt };
    },
  );
}
