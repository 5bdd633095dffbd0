import { and, eq } from "drizzle-orm";
import { messages } from "@/db/schema";
import { newVisitor } from "@/lib/auth/door.fixture";
import { listRequestFacts } from "@/lib/consents/request-facts";
import { readPractice } from "@/lib/in-practice";
import type { Mail } from "@/lib/messages/compose-message";
import { sendOwedMessage } from "@/lib/messages/send-owed-messages";
import { askPatients } from "@/lib/requests/ask-patients";
import {
  type MadePractice,
  makeDisclosure,
  makePatient,
  makePractice,
  type PatientOverrides,
} from "@/test/factories";
import { comeInByQuestion } from "./come-in-by-question";

/** A patient asked about two texts at once, and the mail that says so. */
export async function asked(overrides: PatientOverrides = {}) {
  const made = await makePractice();
  const { patient, ctx } = await makePatient(made, overrides);
  const texts = [await makeDisclosure(made), await makeDisclosure(made)];
  const disclosureIds = texts.map(({ disclosure }) => disclosure.id);
  await askPatients(made.office, { patientIds: [patient.id], disclosureIds, dueOn: null });
  const facts = await readPractice(made.system, (tx) => listRequestFacts(tx, made.system, [patient.id]));
  const requests = texts.map((text) => ({
    text,
    id: facts.find(({ disclosureId }) => disclosureId === text.disclosure.id)?.id ?? "",
  }));
  const { mail, token } = await newestMail(made, patient.id);
  const [first, second] = requests;
  if (!first || !second) throw new Error("There are no requests");
  const comeIn = (fact: { dateOfBirth: string }) => comeInByQuestion(newVisitor(), { token, ...fact });
  return { made, patient, ctx, first, second, mail, token, comeIn, slug: made.practice.slug };
}

export async function newestMail({ system }: MadePractice, patientId: string) {
  const owed = await readPractice(system, (tx) =>
    tx
      .select({ id: messages.id })
      .from(messages)
      .where(and(eq(messages.practiceId, system.practiceId), eq(messages.patientId, patientId))),
  );
  const mails: Mail[] = [];
  for (const { id } of owed)
    await sendOwedMessage(system, id, async (mail) => {
      mails.push(mail);
      return { state: "delivered" };
    });
  const mail = mails.at(-1);
  return { mail, token: /token=([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "" };
}
