import { z } from "zod";
import { signingFields } from "@/app/my/_kit/signing-input";
import { languages } from "@/lib/languages";

/** One form and its buttons: each sends all that was entered to an action of its own. */
export const answerFormInput = z.strictObject({
  ...signingFields,
  requestId: z.uuid(),
  versionId: z.uuid(),
  answers: z.record(z.uuid(), z.enum(["yes", "no"])).default({}),
});

export type AnswerFormInput = z.infer<typeof answerFormInput>;

export const enterInput = answerFormInput.extend({ speak: z.enum(languages).optional() });

export const openedInput = z.strictObject({ requestId: z.uuid(), versionId: z.uuid() });
