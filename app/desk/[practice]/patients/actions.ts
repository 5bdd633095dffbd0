"use server";

import { refresh } from "next/cache";
import { staffAction } from "@/app/action";
import { addPatient } from "@/lib/patients/add-patient";
import { archivePatient } from "@/lib/patients/archive-patient";
import { editPatient } from "@/lib/patients/edit-patient";
import {
  addPatientInput,
  editPatientInput,
  noteFirstMeetingInput,
  patientIdInput,
} from "@/lib/patients/input";
import { makeEntryCode } from "@/lib/patients/make-entry-code";
import { noteFirstMeeting } from "@/lib/patients/note-first-meeting";
import { restorePatient } from "@/lib/patients/restore-patient";
import { editPatientPage } from "@/lib/screens/desk/patients";
import { besideChange, besideField, besideNamesake } from "./saved-patient";

export const addPatientAction = staffAction(
  addPatientInput,
  (ctx, input) => besideNamesake(addPatient(ctx, input).then(({ id }) => ({ patientId: id }))),
  besideField,
);

export const editPatientAction = staffAction(
  editPatientInput,
  (ctx, input) =>
    besideChange(
      editPatient(ctx, input).then(() => ({ patientId: input.patientId })),
      async () => (await editPatientPage(ctx, input.patientId)).patient,
    ),
  besideField,
);

export const archivePatientAction = staffAction(patientIdInput, async (ctx, input) => {
  await archivePatient(ctx, input);
  refresh();
});

export const restorePatientAction = staffAction(patientIdInput, async (ctx, input) => {
  await restorePatient(ctx, input);
  refresh();
});

export const noteFirstMeetingAction = staffAction(noteFirstMeetingInput, async (ctx, input) => {
  await noteFirstMeeting(ctx, input);
  refresh();
});

/** No refresh: the code is shown this once, and only where it was asked for. */
export const makeEntryCodeAction = staffAction(patientIdInput, async (ctx, input) => {
  const { code } = await makeEntryCode(ctx, input);
  return { code };
});
