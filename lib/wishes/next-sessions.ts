import { and, eq, inArray } from "drizzle-orm";
import { patients } from "@/db/schema";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { type MetOn, namedPlatforms } from "@/lib/platforms/where-they-meet";
import { listNextAppointments } from "./next-appointments";

export type NextSession = {
  platform: MetOn;
  /** The last two digits of the number that is called; null where none is noted. */
  numberEnding: string | null;
};

/** How the next session of each of these patients is held, where it was chosen for it alone. */
export async function nextSessions(tx: Tx, ctx: Context, patientIds: readonly string[]) {
  const chosen = await listNextAppointments(tx, ctx, patientIds);
  if (chosen.length === 0) return () => null;
  const named = await namedPlatforms(tx, ctx);
  const { id, phone } = patients;
  const rows = await tx
    .select({ id, phone })
    .from(patients)
    .where(and(eq(patients.practiceId, ctx.practiceId), inArray(id, [...patientIds])));
  const numbers = new Map(rows.map((row) => [row.id, row.phone]));
  return (patientId: string): NextSession | null => {
    const platform = named.get(chosen.find((one) => one.patientId === patientId)?.platformId ?? "");
    return platform ? { platform, numberEnding: numbers.get(patientId)?.slice(-2) ?? null } : null;
  };
}
