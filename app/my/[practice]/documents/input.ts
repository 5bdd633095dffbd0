import { z } from "zod";

export const nameFilesFormInput = z.strictObject({
  patientId: z.uuid(),
  named: z.enum(["yes", "no"]),
});
