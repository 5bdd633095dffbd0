import { randomInt } from "node:crypto";
import { playStep } from "@/demo/play-story";
import { asked, entered, type Step } from "@/demo/story";
import type { Player } from "@/demo/world";
import { listRequestFacts } from "@/lib/consents/request-facts";
import { readPractice } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { addPatient } from "@/lib/patients/add-patient";
import { noteFirstMeeting } from "@/lib/patients/note-first-meeting";
import type { MailboxOwner } from "@/lib/patients/rules";
import type { StoryPractice } from "./practices";

export type StoryPatient = {
  id: string;
  legalName: string;
  calledName: string;
  email: string;
  dateOfBirth: string;
  practice: StoryPractice;
  player: Player;
};

type Overrides = {
  language?: Language;
  calledName?: string;
  dateOfBirth?: string;
  mailboxOf?: MailboxOwner;
};

/** A patient the therapist has met and nobody else's story knows, with a past made by the operations people use. */
export async function addedPatient(
  practice: StoryPractice,
  past: Step[] = [],
  { language = "en", calledName = "Mira", dateOfBirth = "1986-03-09", mailboxOf = "patient" }: Overrides = {},
): Promise<StoryPatient> {
  const surname = newSurname();
  const legalName = `${calledName} ${surname}`;
  const email = `${surname.toLowerCase()}@patients.test`;
  const patient = await addPatient(practice.staff.owner, {
    legalName,
    calledName,
    email,
    language,
    phone: null,
    dateOfBirth,
    mailboxOf,
    treatingStaffId: practice.staff.therapist.staffId,
  });
  await noteFirstMeeting(practice.staff.therapist, { patientId: patient.id });
  const { staff, texts: disclosures } = practice;
  const player: Player = { staff, disclosures, platforms: new Map(), patient, signerName: legalName };
  const added = {
    id: patient.id,
    legalName,
    calledName,
    email,
    dateOfBirth: patient.dateOfBirth,
    practice,
    player,
  };
  await live(added, past);
  return added;
}

/** What happened to the patient, one step after the other, now. */
export async function live({ player }: StoryPatient, steps: Step[]): Promise<void> {
  for (const step of steps) await playStep(player, step, new Date());
}

/** As `addedPatient`, in before, and asked about these texts in one sitting. */
export async function askedPatient(
  practice: StoryPractice,
  keys: string[],
  overrides: Overrides = {},
): Promise<StoryPatient> {
  return addedPatient(practice, [entered(0), asked(0, keys, null)], overrides);
}

/** The newest request about a text. */
export async function requestOf({ id, practice }: StoryPatient, key: string) {
  const { owner } = practice.staff;
  const facts = await readPractice(owner, (tx) => listRequestFacts(tx, owner, [id]));
  const request = facts.findLast(({ disclosureId }) => disclosureId === practice.texts.get(key));
  if (!request) throw new Error(`${key} was not asked`);
  return request;
}

export function newSurname(): string {
  const letters = Array.from({ length: 9 }, () => String.fromCharCode(97 + randomInt(26))).join("");
  return `Q${letters}`;
}

export async function answeredRequest(patient: StoryPatient, key: string) {
  const { id, answer } = await requestOf(patient, key);
  if (!answer) throw new Error(`${key} was not answered`);
  return { requestId: id, answerId: answer.id };
}

/** At the desk a name's initials stand beside it, unseen until names are hidden. */
export const asSeen = { useInnerText: true };
