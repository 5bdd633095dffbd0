import { and, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { addressChanges, type Patient, patients, treatingChanges } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { endMemberships, openMembership } from "@/lib/auth/row-memberships";
import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { Refused } from "@/lib/errors";
import { inPractice, type Tx } from "@/lib/in-practice";
import { oweAddressChanged } from "@/lib/messages/owe-message";
import { listTherapistIds, lockPractice, worksHere } from "@/lib/practices/queries";
import { mustMay } from "@/lib/roles";
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
    if (isOtherAddress) await replaceMailbox(tx, ctx, patient, columns.email, now);

    const formerStaffId = patient.treatingStaffId;
    const isOtherTherapist = changed.includes("treatingStaffId");
    if (isOtherTherapist) {
      const change = { formerStaffId, nextStaffId: treatingStaffId, changedAt: now, changedBy: ctx.staffId };
      await tx.insert(treatingChanges).values({ practiceId, id: uuid(), patientId, ...change });
    }

    // Whose mailbox a new address is belongs to the change of the address.
    const toldApart: EditableField[] = isOtherAddress
      ? ["email", "mailboxOf", "treatingStaffId"]
      : ["treatingStaffId"];
    const edited = changed.filter((field) => !toldApart.includes(field));
    if (edited.length > 0) {
      const before = Object.fromEntries(edited.map((field) => [field, patient[field] ?? ""]));
      await recordEvent(tx, ctx, { name: "patient.edited", patient: patientId, changed: edited }, before);
    }
    if (isOtherAddress) {
      const before = { email: patient.email ?? "" };
      await recordEvent(tx, ctx, { name: "patient.address-changed", patient: patientId }, before);
    }
    if (isOtherTherapist) {
      const change = { formerStaffId, nextStaffId: treatingStaffId };
      await recordEvent(tx, ctx, { name: "patient.treating-changed", patient: patientId, ...change });
    }
  });
}

/** The old mailbox is told, and stands for the patient no longer; the new one proves itself anew. */
async function replaceMailbox(tx: Tx, ctx: StaffContext, patient: Patient, email: string | null, now: Date) {
  await oweAddressChanged(tx, ctx, patient, now);
  const { practiceId, staffId } = ctx;
  const change = { practiceId, id: uuid(), patientId: patient.id, changedAt: now, changedBy: staffId };
  await tx.insert(addressChanges).values(change);
  const stands = { kind: "patient", rowId: patient.id } as const;
  await endMemberships(tx, ctx, stands, now);
  if (email) await openMembership(tx, ctx, stands, email, now);
}
