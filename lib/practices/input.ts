import { z } from "zod";
import { whyNotAddress } from "@/lib/address";
import { staffRoles } from "@/lib/context";
import { languages } from "@/lib/languages";
import { whyNotName } from "@/lib/typed-name";
import { isTimeZone, whyNotSlug } from "./rules";

/** A field whose message is the reason of a refusal, so that form and operation use the same words. */
export function reasoned(most: number, whyNot: (text: string) => string | null) {
  return z
    .string()
    .max(most)
    .superRefine((text, context) => {
      const reason = whyNot(text);
      if (reason) context.addIssue({ code: "custom", message: reason });
    });
}

const person = { name: reasoned(200, whyNotName), email: reasoned(300, whyNotAddress) };

export const createPracticeInput = z.strictObject({
  slug: reasoned(60, whyNotSlug),
  name: reasoned(200, whyNotName),
  timeZone: reasoned(60, (text) => (isTimeZone(text) ? null : "unknown-time-zone")),
  phone: z.string().trim().min(3).max(40),
  crisisLine: z.string().trim().min(3).max(80),
  owner: z.strictObject({ ...person, treatsPatients: z.boolean() }),
});
export type CreatePracticeInput = z.infer<typeof createPracticeInput>;

export const inviteStaffInput = z.strictObject({
  ...person,
  roles: z.array(z.enum(staffRoles)).min(1),
  /** Of the invitation; English when nobody said. */
  language: z.enum(languages).optional(),
});
export type InviteStaffInput = z.infer<typeof inviteStaffInput>;

export const staffRoleInput = z.strictObject({ staffId: z.uuid(), role: z.enum(staffRoles) });
export type StaffRoleInput = z.infer<typeof staffRoleInput>;
