import { and, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { addressChanges, patients } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { endMemberships, openMembership } from "@/lib/auth/row-memberships";
import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { Refused } from "@/lib/errors";
import { inPractice, type Tx } from "@/lib/in-practice";
import { oweAddressChanged } from "@/lib/messages/owe-message";
import { listTherapistIds, lockPractice, worksHere } from "@/lib/practices/queries";
import { mustMay } from "@/lib/practices/roles";
import type { EditPatientInput } from "./input";
import { patientColumns } from "./patient-columns";
import { listSharingAddress, lockPatient } from "./queries";
import { changedFields, type EditableField, whyNotEdit } from "./rules";

/** Corrects what is known about a patient. With another address the old mailbox stands for them no longer, and is told. */
export async function editPatient(ctx: StaffContext, input: EditPatientInput) {
  mustMay(ctx, "edit-patients");
  const { practiceId } = ctx;
  const { patientId } = input;
  const lock = async (tx: Tx) => ({
    practice: await lockPractice(tx, ctx),
    patient: await lockPatient(tx, ctx, patientId, "edit-patients"),
  });
  return inPractice(ctx, lock, async (tx, now, { practice, patient }) => {
    const day = today(now, practice.timeZone);
    const columns = patientColumns(input, day, patient);
    const treatingStaffId = input.treatingStaffId ?? patient.treatingStaffId;
    const changed = changedFields(patient, { ...columns, treatingStaffId });
    if (changed.length === 0) return;
    if (changedFields(patient, input.loaded).length > 0) throw new Refused("changed-meanwhile");

    const isOtherAddress = changed.includes("email");
    const refusal = whyNotEdit(
      changed,
      { ...columns, treatingStaffId },
      {
        sharing: await listSharingAddress(tx, ctx, columns.email, patientId),
        isOfStaff: await worksHere(tx, ctx, columns.email),
        therapistIds: await listTherapistIds(tx, ctx),
      },
    );
    if (refusal) throw new Refused(refusal);

    await tx
      .update(patients)
      .set({ ...columns, treatingStaffId })
      .where(and(eq(patients.practiceId, practiceId), eq(patients.id, patientId)));
    if (isOtherAddress) {
      await oweAddressChanged(tx, ctx, patient, now);
      const change = { practiceId, id: uuid(), patientId, changedAt: now, changedBy: ctx.staffId };
      await tx.insert(addressChanges).values(change);
      const stands = { kind: "patient", rowId: patientId } as const;
      await endMemberships(tx, ctx, stands, now);
      if (columns.email) await openMembership(tx, ctx, stands, columns.email, now);
    }

    // Whose mailbox a new address is belongs to the change of the address.
    const ofAddress: EditableField[] = isOtherAddress ? ["email", "mailboxOf"] : [];
    const edited = changed.filter((field) => !ofAddress.includes(field));
    if (edited.length > 0) {
      const before = Object.fromEntries(edited.map((field) => [field, patient[field] ?? ""]));
      await recordEvent(tx, ctx, { name: "patient.edited", patient: patientId, changed: edited }, before);
    }
    if (isOtherAddress) {
      const before = { email: patient.email ?? "" };
      await recordEvent(tx, ctx, { name: "patient.address-changed", patient: patientId }, before);
    }
  });
}
