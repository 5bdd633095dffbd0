import { noteEarlierAgreement } from "@/lib/agreements/note-earlier-agreement";
import { answerRequest } from "@/lib/answers/answer-request";
import { correctAnswer } from "@/lib/answers/correct-answer";
import { answerTo, ask } from "@/lib/consents/consents.fixture";
import { listRequestFacts } from "@/lib/consents/request-facts";
import { completeDuty } from "@/lib/duties/complete-duty";
import { listOpenDuties } from "@/lib/duties/queries";
import { readPractice } from "@/lib/in-practice";
import { askPatients } from "@/lib/requests/ask-patients";
import { endNotice } from "@/lib/requests/end-notice";
import { putEverythingBack } from "@/lib/withdrawals/put-everything-back";
import { withdrawEverything } from "@/lib/withdrawals/withdraw-everything";
import { findWithdrawnTogether } from "@/lib/withdrawals/withdrawn-together";
import { type MadePractice, makeDisclosure, makePatient } from "@/test/factories";

/** One of everything that is noted after an answer: done, corrected, ended without one, and carried over. */
export async function noteAfterwards({ owner, ...made }: MadePractice, patientId: string, answerId: string) {
  const [duty] = await readPractice(owner, (tx) => listOpenDuties(tx, owner));
  await completeDuty(owner, { dutyIds: [duty?.id ?? ""] });
  await correctAnswer(owner, { answerId, reason: "Somebody else answered." });

  const { disclosure } = await makeDisclosure({ owner, ...made }, { kind: "privacy-notice" });
  const about = { patientIds: [patientId], disclosureIds: [disclosure.id], dueOn: null };
  await askPatients(owner, about);
  const requests = await readPractice(owner, (tx) => listRequestFacts(tx, owner, [patientId]));
  const requestId = requests.find(({ disclosureId }) => disclosureId === disclosure.id)?.id ?? "";
  await endNotice(owner, { requestId, outcome: "unable", reason: "Tried on two visits." });

  const agreed = {
    form: "paper" as const,
    agreedOn: "2024-03-01",
    uses: ["look back"],
    wordsLanguage: "en" as const,
  };
  const file = {
    name: "a.pdf",
    bytes: Buffer.from("%PDF-1.4 signed on paper, and long enough to be altered"),
  };
  await noteEarlierAgreement(owner, { ...agreed, patientId, disclosureId: disclosure.id }, file);
}

/** Somebody else takes everything back and puts it back. */
export async function takeBackAndPutBack(made: MadePractice) {
  const { patient, ctx } = await makePatient(made);
  const text = await makeDisclosure(made, { kind: "email-risk" });
  await answerRequest(ctx, answerTo(await ask(made, ctx, patient.id, text.disclosure.id), text));
  await withdrawEverything(ctx, { patientId: patient.id });
  const act = await readPractice(ctx, (tx) => findWithdrawnTogether(tx, ctx, patient.id));
  await putEverythingBack(ctx, { patientId: patient.id, togetherId: act?.togetherId ?? "" });
}
