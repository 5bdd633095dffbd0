import { and, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { addressChanges, type Patient, patients, treatingChanges } from "@/db/schema";
import type { AuditEvent } from "@/lib/audit/events";
import { type Details, recordEvent } from "@/lib/audit/record-event";
import { endMemberships, openMembership } from "@/lib/auth/row-memberships";
import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { Refused } from "@/lib/errors";
import { inPractice, type Tx } from "@/lib/in-practice";
import { oweAddressChanged } from "@/lib/messages/owe-message";
import { listTherapistIds, lockPractice, worksHere } from "@/lib/practices/queries";
import { mustMay } from "@/lib/roles";
import { routes } from "@/lib/routes";
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

    const isOtherAddress = changed.includes("email");
    const isOtherTherapist = changed.includes("treatingStaffId");
    // Whose mailbox a new address is belongs to the change of the address.
    const toldApart = ["treatingStaffId", ...(isOtherAddress ? ["email", "mailboxOf"] : [])];
    const edited = changed.filter((field) => !toldApart.includes(field));
    await tx
      .update(patients)
      .set({ ...columns, treatingStaffId })
      .where(and(eq(patients.practiceId, practiceId), eq(patients.id, patientId)));
    const noted = [
      ...(edited.length > 0 ? [noteEdited(patient, edited)] : []),
      ...(isOtherAddress ? [await replaceMailbox(tx, ctx, patient, columns.email, now)] : []),
      ...(isOtherTherapist ? [await handOver(tx, ctx, patient, treatingStaffId, now)] : []),
    ];
    for (const { event, before } of noted) await recordEvent(tx, ctx, event, before);
  });
}

/** What is recorded of a change, and what stood there before. */
type Noted = { event: AuditEvent; before?: Details };

function noteEdited(patient: Patient, changed: EditableField[]): Noted {
  const before = Object.fromEntries(changed.map((field) => [field, patient[field] ?? ""]));
  return { event: { name: "patient.edited", patient: patient.id, changed }, before };
}

/** The old mailbox is told, and stands for the patient no longer; the new one proves itself anew. */
async function replaceMailbox(
  tx: Tx,
  ctx: StaffContext,
  patient: Patient,
  email: string | null,
  now: Date,
): Promise<Noted> {
  await oweAddressChanged(tx, ctx, patient, routes.signIn, now);
  const { practiceId, staffId } = ctx;
  const change = { practiceId, id: uuid(), patientId: patient.id, changedAt: now, changedBy: staffId };
  await tx.insert(addressChanges).values(change);
  const stands = { kind: "patient", rowId: patient.id } as const;
  await endMemberships(tx, ctx, stands, now);
  if (email) await openMembership(tx, ctx, stands, email, now);
  const before = { email: patient.email ?? "" };
  return { event: { name: "patient.address-changed", patient: patient.id }, before };
}

async function handOver(
  tx: Tx,
  ctx: StaffContext,
  { id: patientId, treatingStaffId: formerStaffId }: Patient,
  nextStaffId: string,
  changedAt: Date,
): Promise<Noted> {
  const { practiceId, staffId: changedBy } = ctx;
  const change = { formerStaffId, nextStaffId };
  await tx
    .insert(treatingChanges)
    .values({ practiceId, id: uuid(), patientId, ...change, changedAt, changedBy });
  return { event: { name: "patient.treating-changed", patient: patientId, ...change } };
}
