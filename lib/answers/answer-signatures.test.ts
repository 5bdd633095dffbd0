import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { type Asked, answerTo, ask, makeAsked } from "@/lib/consents/consents.fixture";
import { readPractice } from "@/lib/in-practice";
import { patientPage } from "@/lib/screens/desk/patient";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makePatient, makePractice } from "@/test/factories";
import { answerRequest } from "./answer-request";
import { listAnswerSignatures } from "./answer-signatures";
import type { AnswerRequestInput } from "./input";

const { asSuperuser } = await testDatabase();
afterAll(closeDatabase);

type Signer = Pick<Asked, "made" | "ctx" | "patient" | "input">;

async function signatureOf(
  { made, ctx, patient, input }: Signer,
  signed: Partial<AnswerRequestInput>,
  change: (answerId: string) => Promise<void> = async () => {},
) {
  const { answerId } = await answerRequest(ctx, { ...input, ...signed });
  await change(answerId);
  const { office } = made;
  const listed = await readPractice(office, (tx) => listAnswerSignatures(tx, office, patient, [answerId]));
  return listed.get(answerId);
}

const mark: [number, number][][] = [[10, 60, 120, 200, 300].map((x) => [x, x / 3])];

test.each([
  [
    "their own name",
    { printedName: "Ana Ruiz" },
    { printedName: "Ana Ruiz", isDrawn: false, isUnknown: false },
  ],
  [
    "a name nobody knows",
    { printedName: "Mickey Mouse", confirmedName: "Mickey Mouse" },
    { printedName: "Mickey Mouse", isUnknown: true },
  ],
  ["a drawing as well", { printedName: "Ana", mark }, { isDrawn: true, isUnknown: false }],
])("an answer signed with %s says so", async (_, signed, said) => {
  expect(await signatureOf(await makeAsked(), signed)).toMatchObject(said);
});

test("a signature that was altered in the database says so, and the page about the patient still comes", async () => {
  const asked = await makeAsked();
  const altered = await signatureOf(asked, {}, (answerId) =>
    asSuperuser(`update signature_evidence set sealed = '\\x00' where signature_id = '${answerId}'`),
  );
  expect(altered).toBe("altered");
  const { office } = asked.made;
  await expect(patientPage(office, asked.patient.id, "en")).resolves.toHaveProperty("signatures");
});

test("a name the practice knew when it was signed stays a known one", async () => {
  const asked = await makeAsked();
  const renamed = { ...asked, patient: { ...asked.patient, legalName: "Zoe Alt", calledName: "Zoe" } };
  expect(await signatureOf(renamed, { printedName: "Ruiz" })).toMatchObject({ isUnknown: false });
});

test("a parent's name is not a strange one", async () => {
  const made = await makePractice();
  const { patient, ctx } = await makePatient(made, { dateOfBirth: "2020-01-01", mailboxOf: "parent" });
  const text = await makeDisclosure(made);
  const input = answerTo(await ask(made, ctx, patient.id, text.disclosure.id), text);
  const signature = await signatureOf({ made, ctx, patient, input }, { printedName: "Marta Quiroga" });
  expect(signature).toMatchObject({ printedName: "Marta Quiroga", isUnknown: false });
});

test("nothing is said of no answer, and nothing of another practice's", async () => {
  const { ctx, made, patient, input } = await makeAsked();
  const { answerId } = await answerRequest(ctx, input);
  const other = await makePractice();
  const listed = (staff: typeof other.office, ids: string[]) =>
    readPractice(staff, (tx) => listAnswerSignatures(tx, staff, patient, ids));
  expect((await listed(made.office, [])).size).toBe(0);
  expect((await listed(other.office, [answerId])).size).toBe(0);
});
