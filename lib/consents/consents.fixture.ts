import type { AnswerRequestInput } from "@/lib/answers/input";
import type { PatientContext } from "@/lib/context";
import { readPractice } from "@/lib/in-practice";
import { askPatients } from "@/lib/requests/ask-patients";
import { type MadePractice, makeDisclosure, makePatient, makePractice } from "@/test/factories";
import { listRequestFacts } from "./request-facts";

export type Asked = Awaited<ReturnType<typeof makeAsked>>;

/** A patient of a fresh practice, asked for one recording consent, and the answer they could give. */
export async function makeAsked() {
  const made = await makePractice();
  const { patient, ctx } = await makePatient(made);
  const text = await makeDisclosure(made);
  const requestId = await ask(made, ctx, patient.id, text.disclosure.id);
  return { made, patient, ctx, text, requestId, input: answerTo(requestId, text) };
}

export async function ask(made: MadePractice, ctx: PatientContext, patientId: string, disclosureId: string) {
  await askPatients(made.therapist, { patientIds: [patientId], disclosureIds: [disclosureId], dueOn: null });
  const facts = await readPractice(ctx, (tx) => listRequestFacts(tx, ctx, [patientId]));
  return facts.findLast((fact) => fact.disclosureId === disclosureId)?.id ?? "";
}

type Text = Pick<Awaited<ReturnType<typeof makeDisclosure>>, "version" | "items" | "texts">;

/** Yes to the first use, no to the others. */
export function answerTo(requestId: string, text: Text): AnswerRequestInput {
  const answers = Object.fromEntries(
    text.items.map(({ id }, index) => [id, index === 0 ? "yes" : "no"] as const),
  );
  return {
    requestId,
    versionId: text.version.id,
    language: "en",
    textSha256: text.texts.en.textSha256,
    answers,
    printedName: "Ana María Ruiz",
    mark: null,
  };
}
