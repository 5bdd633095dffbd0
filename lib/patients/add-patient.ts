import { v7 as uuid } from "uuid";
import { patients } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import { openMembership } from "@/lib/auth/row-memberships";
import type { StaffContext, SystemContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { listTherapistIds, lockPractice, worksHere } from "@/lib/practices/queries";
import { mustMay, reach } from "@/lib/roles";
import type { AddPatientInput } from "./input";
import { patientColumns } from "./patient-columns";
import { listNamesakes, listSharingAddress } from "./queries";
import { whomToAskAbout, whoTreats, whyNotAdd } from "./rules";

/** Adds a patient and, with an address, the mailbox that may come in for them. */
export async function addPatient(ctx: StaffContext | SystemContext, input: AddPatientInput) {
  if (ctx.kind === "staff") mustMay(ctx, "edit-patients");
  const staffId = ctx.kind === "staff" ? ctx.staffId : null;
  return inPractice(
    ctx,
    (tx) => lockPractice(tx, ctx),
    async (tx, now, practice) => {
      const day = today(now, practice.timeZone);
      const columns = patientColumns(input, day);
      const therapistIds = await listTherapistIds(tx, ctx);
      const treatingStaffId = whoTreats(input.treatingStaffId, staffId, therapistIds);
      const sharing = await listSharingAddress(tx, ctx, columns.email);
      const isOfStaff = await worksHere(tx, ctx, columns.email);
      const seesAll = ctx.kind === "system" || reach(ctx.roles, "edit-patients") === "all";
      const refusal = whyNotAdd(
        { ...columns, treatingStaffId },
        { sharing, isOfStaff, therapistIds },
        seesAll ? null : staffId,
      );
      if (refusal || !treatingStaffId) throw new Refused(refusal ?? "therapist-needed");
      const namesakes = ctx.kind === "staff" ? await listNamesakes(tx, ctx, columns) : [];
      const known = whomToAskAbout(namesakes, input.otherThan);
      if (known) throw new Refused("same-patient-there", { patientId: known.id, name: known.legalName });

      const patient = {
        practiceId: ctx.practiceId,
        id: uuid(),
        ...columns,
        treatingStaffId,
        addedAt: now,
        addedBy: staffId,
      };
      await tx.insert(patients).values(patient);
      const stands = { kind: "patient", rowId: patient.id } as const;
      if (patient.email) await openMembership(tx, ctx, stands, patient.email, now);

      await recordEvent(tx, ctx, { name: "patient.added", patient: patient.id });
      return patient;
    },
  );
}
