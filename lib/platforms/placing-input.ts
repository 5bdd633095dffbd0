import { z } from "zod";
import { comingDay } from "@/lib/coming-day";

/** A form sends "" for a day left open: at once. */
const fromDay = z.union([comingDay, z.literal(""), z.null()]).transform((day) => day || null);
/** A form sends "" for the practice's own. */
const platformOrBack = z.union([z.uuid(), z.literal(""), z.null()]).transform((id) => id || null);

export const setDefaultInput = z.strictObject({ platformId: z.uuid(), from: fromDay });
export type SetDefaultInput = z.output<typeof setDefaultInput>;

export const placePatientInput = z.strictObject({
  patientId: z.uuid(),
  platformId: platformOrBack,
  from: fromDay,
});
export type PlacePatientInput = z.output<typeof placePatientInput>;

export const placeGroupInput = z.strictObject({
  groupId: z.uuid(),
  platformId: platformOrBack,
  from: fromDay,
});
export type PlaceGroupInput = z.output<typeof placeGroupInput>;
