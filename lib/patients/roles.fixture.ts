import type { Attempt } from "@/lib/roles.fixture";
import { makePatient } from "@/test/factories";
import { noteFirstMeeting } from "./note-first-meeting";

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
