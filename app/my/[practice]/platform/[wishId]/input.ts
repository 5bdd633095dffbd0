import { z } from "zod";
import { signingFields } from "@/app/my/_kit/signing-input";

/** One form and its buttons, as on every page that is signed. */
export const readFormInput = z.strictObject({
  ...signingFields,
  wishId: z.uuid(),
  answers: z.record(z.string(), z.literal("yes")).default({}),
});

export type ReadFormInput = z.infer<typeof readFormInput>;
