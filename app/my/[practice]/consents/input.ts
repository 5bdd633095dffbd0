import { z } from "zod";

/** One form, a button for everything and one for each use: what was pressed says what is taken back. */
export const withdrawFormInput = z.strictObject({
  answerId: z.uuid(),
  use: z.union([z.literal("all"), z.uuid()]),
});

export const withdrawEverythingFormInput = z.strictObject({
  patientId: z.uuid(),
});

export const putBackFormInput = z.strictObject({
  patientId: z.uuid(),
  togetherId: z.uuid(),
});

export const anewFormInput = z.strictObject({
  patientId: z.uuid(),
  disclosureId: z.uuid(),
});
