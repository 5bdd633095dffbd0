import { normalAddress } from "@/lib/address";
import { whyNotDrawable } from "@/lib/documents/paper/fonts";
import { Refused } from "@/lib/errors";
import { cleanName } from "@/lib/typed-name";
import type { AddPatientInput } from "./input";
import { whyNotPatient } from "./rules";

/** What was typed about a patient as it is kept, or the refusal. */
export function patientColumns(input: AddPatientInput, today: string) {
  const { language, dateOfBirth, phone } = input;
  const legalName = cleanName(input.legalName);
  const calledName = cleanName(input.calledName ?? "") || (legalName.split(" ")[0] ?? legalName);
  const facts = { legalName: input.legalName, calledName, email: input.email, phone, dateOfBirth };
  const refusal = whyNotPatient(facts, today);
  if (refusal) throw new Refused(refusal);
  const undrawable = whyNotDrawable(legalName);
  if (undrawable) throw new Refused("name-not-drawable", undrawable);

  const email = input.email === null ? null : normalAddress(input.email);
  return { legalName, calledName, email, phone, language, dateOfBirth };
}
