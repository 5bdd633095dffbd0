import { z } from "zod";
import { typedDigits } from "@/lib/electronic-records/input";

/** Where the page is, so that each step leads back to it: for whom, and what they came from. */
const place = { patientId: z.uuid(), next: z.string().max(600).default("") };

export const beginForm = z.strictObject(place);
export const agreeForm = z.strictObject({ ...place, disclosureId: z.uuid() });
export const tryForm = z.strictObject({ ...place, testId: z.uuid(), digits: typedDigits });
export const giveUpForm = z.strictObject({ ...place, testId: z.uuid() });
