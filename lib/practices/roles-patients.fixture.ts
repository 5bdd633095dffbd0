import { makePatient } from "@/db/factories";
import { noteFirstMeeting } from "@/lib/patients/note-first-meeting";
import type { Attempt } from "./roles.fixture";

/** What is noted about patients, one attempt each. */
export const patientAttempts: Attempt[] = [
  {
    ability: "edit-patients",
    name: "noteFirstMeeting",
    about: "patient",
    run: async (ctx, { made }) => {
      const { patient } = await makePatient(made, { unmet: true });
      await noteFirstMeeting(ctx, { patientId: patient.id });
    },
  },
];
