import type { PatientContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { getShownPatients } from "@/lib/patients/queries";
import { type MetOn, namedPlatforms } from "@/lib/platforms/where-they-meet";
import { listNextAppointments } from "./next-appointments";

export type NextSession = {
  platform: MetOn;
  /** The last two digits of the number that is called; null where none is noted. */
  numberEnding: string | null;
};

/** How the next session of each of these patients is held, where it was chosen for it alone. */
export async function nextSessions(tx: Tx, ctx: PatientContext, patientIds: readonly string[]) {
  const chosen = await listNextAppointments(tx, ctx, patientIds);
  if (chosen.length === 0) return () => null;
  const named = await namedPlatforms(tx, ctx);
  const patients = await getShownPatients(tx, ctx, patientIds);
  const numbers = new Map(patients.map(({ id, phone }) => [id, phone]));
  return (patientId: string): NextSession | null => {
    const platform = named.get(chosen.find((one) => one.patientId === patientId)?.platformId ?? "");
    return platform ? { platform, numberEnding: numbers.get(patientId)?.slice(-2) ?? null } : null;
  };
}
