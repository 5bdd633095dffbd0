import type { Patient } from "@/db/schema";
import { normalAddress } from "@/lib/address";
import { Refused } from "@/lib/errors";
import { whyNotDrawable } from "@/lib/paper/fonts";
import { cleanName } from "@/lib/typed-name";
import type { AddPatientInput } from "./input";
import { whoseMailbox, whyNotMailbox, whyNotPatient } from "./rules";

/** What was typed about a patient as it is kept, or the refusal. `earlier` is what was kept until now. */
export function patientColumns(input: AddPatientInput, today: string, earlier: Patient | null = null) {
  const { language, dateOfBirth, phone } = input;
  const legalName = cleanName(input.legalName);
  const calledName = cleanName(input.calledName ?? "") || (legalName.split(" ")[0] ?? legalName);
  const facts = { legalName: input.legalName, calledName, email: input.email, phone, dateOfBirth };
  const refusal = whyNotPatient(facts, today);
  if (refusal) throw new Refused(refusal);
  const undrawable = whyNotDrawable(legalName);
  if (undrawable) throw new Refused("name-not-drawable", undrawable);

  const email = input.email === null ? null : normalAddress(input.email);
  const said = { email, dateOfBirth, mailboxOf: input.mailboxOf ?? null };
  const mailboxOf = whoseMailbox(said, earlier, today);
  const notTheirs = whyNotMailbox({ ...said, mailboxOf }, earlier, today);
  if (notTheirs) throw new Refused(notTheirs);
  return { legalName, calledName, email, mailboxOf, phone, language, dateOfBirth };
}
