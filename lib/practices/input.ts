import { z } from "zod";
import { whyNotAddress } from "@/lib/address";
import { staffRoles } from "@/lib/context";
import { languages } from "@/lib/languages";
import { whyNotPrintedPhone } from "@/lib/phone";
import { whyNotName } from "@/lib/typed-name";
import { limits, whyNotQuietHours, whyNotTimeOfDay } from "./asking-rules";
import { answerDays } from "./platform-rules";
import { isTimeZone, whyNotCrisisLine, whyNotSlug } from "./rules";
import { mostWitnesses } from "./witness-rules";

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

const settings = {
  name: reasoned(200, whyNotName),
  phone: reasoned(60, whyNotPrintedPhone),
  timeZone: reasoned(60, (text) => (isTimeZone(text) ? null : "unknown-time-zone")),
  crisisLine: z.strictObject({ en: reasoned(200, whyNotCrisisLine), es: reasoned(200, whyNotCrisisLine) }),
};

export const changeSettingsInput = z.strictObject(settings);
export type ChangeSettingsInput = z.infer<typeof changeSettingsInput>;

const limited = ({ least, most }: { least: number; most: number }) =>
  z.coerce.number().int().min(least).max(most);

const ticked = z
  .union([z.boolean(), z.literal("on")])
  .default(false)
  .transform(Boolean);

/** A form sends numbers as text, and nothing at all for a box that is not ticked. */
export const changeAskingInput = z
  .strictObject({
    quietFrom: reasoned(5, whyNotTimeOfDay),
    quietUntil: reasoned(5, whyNotTimeOfDay),
    reminderDays: limited(limits.reminderDays),
    mostReminders: limited(limits.mostReminders),
    renewalDays: limited(limits.renewalDays),
    stopMinutes: limited(limits.stopMinutes),
    recordingAfterMeeting: ticked,
  })
  .superRefine((hours, context) => {
    const reason = whyNotQuietHours(hours);
    if (reason) context.addIssue({ code: "custom", message: reason, path: ["quietUntil"] });
  });

export const changePlatformRulesInput = z.strictObject({
  requiresVendorAgreement: ticked,
  platformAnswerDays: limited(answerDays),
});

export const chooseWitnessesInput = z.strictObject({
  witnesses: z.array(z.string().max(400)).max(mostWitnesses).default([]),
  quorum: limited({ least: 0, most: mostWitnesses }),
});

export const createPracticeInput = z.strictObject({
  slug: reasoned(60, whyNotSlug),
  ...settings,
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

export const publishTextsInput = z.strictObject({ publish: z.enum(["yes", "no"]) });
