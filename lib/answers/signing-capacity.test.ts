import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { answers } from "@/db/schema";
import { answerTo, ask } from "@/lib/consents/consents.fixture";
import { withClock } from "@/lib/frozen-clock";
import { readPractice } from "@/lib/in-practice";
import { editPatient } from "@/lib/patients/edit-patient";
import { editableFacts, type MailboxOwner, signingCapacity } from "@/lib/patients/rules";
import { answerPage } from "@/lib/screens/my/answer";
import { answeredPage } from "@/lib/screens/my/answered";
import { homePage } from "@/lib/screens/my/home";
import { withdrawAnswer } from "@/lib/withdrawals/withdraw-answer";
import { testDatabase } from "@/test/database";
import { type MadePractice, makeDisclosure, makePatient, makePractice } from "@/test/factories";
import { answerRequest } from "./answer-request";
import type { AnswerRequestInput } from "./input";
import { reviewAnswer } from "./review-answer";
import { startAnswer } from "./start-answer";

await testDatabase();

const almostOfAge = `${new Date().getUTCFullYear() - 17}-12-31`;
const years = (some: number) => new Date(Date.now() + some * 366 * 86_400_000);

const signedBy = (printedName: string, input: AnswerRequestInput) => ({ ...input, printedName });

async function makeMinor(mailboxOf: MailboxOwner) {
  const made = await makePractice();
  const legalName = "Leo Romero";
  const { patient, ctx } = await makePatient(made, {
    legalName,
    calledName: "Leo",
    dateOfBirth: almostOfAge,
    mailboxOf,
  });
  const text = await makeDisclosure(made);
  const requestId = await ask(made, ctx, patient.id, text.disclosure.id);
  return { made, patient, ctx, text, requestId, input: signedBy(legalName, answerTo(requestId, text)) };
}

const capacityOf = ({ system }: MadePractice, answerId: string) =>
  readPractice(system, async (tx) => {
    const [answer] = await tx.select().from(answers).where(eq(answers.id, answerId));
    return answer?.capacity;
  });

test.each([
  ["patient", "self", "Leo"],
  ["parent", "parent", null],
  ["guardian", "guardian", null],
] as const)("from the mailbox of the %s a child's answer is signed as %s", async (owner, as, named) => {
  const { made, ctx, requestId, input } = await makeMinor(owner);
  expect(await answerPage(ctx, requestId, "en")).toMatchObject({ capacity: as, refusal: null });
  expect(await homePage(ctx, "en")).toMatchObject({ greeted: named });
  const { answerId } = await answerRequest(ctx, input);
  expect(await capacityOf(made, answerId)).toBe(as);
  expect(await answeredPage(ctx, requestId, "en")).toMatchObject({ thanked: named });
});

test("once the patient is of age a parent's mailbox answers nothing, and still takes back", async () => {
  const { made, patient, ctx, input, text } = await makeMinor("parent");
  const { answerId } = await answerRequest(ctx, input);
  const other = await makeDisclosure(made);
  const open = await ask(made, ctx, patient.id, other.disclosure.id);

  await withClock(years(2), async () => {
    const reason = "patient-of-age";
    const late = signedBy("Leo", answerTo(open, other));
    expect(await answerPage(ctx, open, "en")).toMatchObject({ capacity: null, refusal: reason });
    await expect(reviewAnswer(ctx, late)).rejects.toMatchObject({ reason });
    await expect(answerRequest(ctx, late)).rejects.toMatchObject({ reason });
    const again = { patientId: patient.id, disclosureId: text.disclosure.id };
    await expect(startAnswer(ctx, again)).rejects.toMatchObject({ reason });
    expect(await answerRequest(ctx, input)).toEqual({ answerId });
    await withdrawAnswer(ctx, { answerId, itemIds: null });

    await editPatient(made.office, {
      ...editableFacts(patient),
      mailboxOf: "patient",
      patientId: patient.id,
      loaded: editableFacts(patient),
    });
    const own = await answerRequest(ctx, late);
    expect(await capacityOf(made, own.answerId)).toBe("self");
  });
});

test("a patient who comes of age with a mailbox of their own goes on as before", async () => {
  const { made, ctx, input } = await makeMinor("patient");
  const { answerId } = await withClock(years(2), () => answerRequest(ctx, input));
  expect(await capacityOf(made, answerId)).toBe("self");
});

test.each([
  ["their own address", "patient", "2009-06-01", "self"],
  ["their own address", "patient", "1950-06-01", "self"],
  ["a parent's address", "parent", "2008-01-21", "parent"],
  ["a guardian's address", "guardian", "2008-01-21", "guardian"],
  ["a parent's address", "parent", "2008-01-20", null],
  ["a guardian's address", "guardian", "1950-06-01", null],
] as const)(
  "for a patient with %s (%s), born on %s, one signs on 2026-01-20 as %s",
  (_, mailboxOf, born, as) => {
    expect(signingCapacity({ mailboxOf, dateOfBirth: born }, "2026-01-20")).toBe(as);
  },
);
