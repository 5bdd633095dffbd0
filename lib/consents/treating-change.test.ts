import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { treatingChanges } from "@/db/schema";
import { answerRequest } from "@/lib/answers/answer-request";
import { Refused } from "@/lib/errors";
import { readPractice } from "@/lib/in-practice";
import { editPatient } from "@/lib/patients/edit-patient";
import { askPatients } from "@/lib/requests/ask-patients";
import { needsOf } from "@/lib/screens/desk/board-rows";
import { editPatientPage } from "@/lib/screens/desk/patients";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makeStaff, trailOf } from "@/test/factories";
import { answerTo, ask, makeAsked } from "./consents.fixture";
import { listPatientConsents } from "./consents-of-patients";

await testDatabase();
afterAll(closeDatabase);

/** Yes to being recorded, which is given to a therapist, and to e-mail, which is given to the practice. */
async function makeAnswered() {
  const asked = await makeAsked();
  const { made, ctx, patient, input, text } = asked;
  await answerRequest(ctx, input);
  const email = await makeDisclosure(made, { kind: "email-risk" });
  const emailAsked = await ask(made, ctx, patient.id, email.disclosure.id);
  await answerRequest(ctx, answerTo(emailAsked, email));
  const colleague = await makeStaff(made, { roles: ["therapist"], name: "Colleague" });
  const states = () =>
    readPractice(made.owner, async (tx, now) =>
      (await listPatientConsents(tx, made.owner, [patient.id], "en", now)).map(({ state }) => state),
    );
  const treatedBy = async (treatingStaffId: string) => {
    const page = await editPatientPage(made.owner, patient.id);
    const { mailboxOf, language, dateOfBirth, legalName, calledName, phone } = page.patient;
    const fields = {
      mailboxOf,
      language,
      dateOfBirth,
      legalName,
      calledName,
      phone,
      email: page.patient.email,
    };
    await editPatient(made.owner, {
      ...fields,
      treatingStaffId,
      patientId: patient.id,
      loaded: page.patient,
    });
  };
  return { made, patient, colleague, states, treatedBy, text };
}

describe("when somebody else treats a patient", () => {
  test("it is a fact with its event, and the form says before how many consents will rest", async () => {
    const { made, patient, colleague, treatedBy } = await makeAnswered();
    expect(await editPatientPage(made.owner, patient.id)).toMatchObject({ resting: 1 });
    await treatedBy(colleague.staffId);
    const change = { formerStaffId: made.therapist.staffId, nextStaffId: colleague.staffId };
    const rows = await readPractice(made.owner, (tx) => tx.select().from(treatingChanges));
    expect(rows).toMatchObject([{ ...change, changedBy: made.owner.staffId, patientId: patient.id }]);
    const told = { name: "patient.treating-changed", patient: patient.id, ...change };
    expect((await trailOf(made.practice.id)).at(-1)).toMatchObject(told);
    expect(await editPatientPage(made.owner, patient.id)).toMatchObject({ resting: 0 });
  });

  test("what was given to the former one rests and is to be asked again; the rest stays", async () => {
    const { made, patient, colleague, states, treatedBy, text } = await makeAnswered();
    await treatedBy(colleague.staffId);
    const [recording, email] = await states();
    expect([recording?.word, email?.word]).toEqual(["resting", "given"]);
    const needs = needsOf(
      { hasEmail: true, undelivered: false },
      [recording].flatMap((state) =>
        state ? [{ kind: "recording-consent" as const, state, isNeeded: true }] : [],
      ),
      "2026-01-01",
    );
    expect([...needs]).toEqual(["all", "lapsed", "needs-something"]);

    const wanted = { patientIds: [patient.id], disclosureIds: [text.disclosure.id], dueOn: null };
    await askPatients(made.owner, wanted);
    expect((await states())[0]?.question).not.toBeNull();
  });

  test("and it was the former one again, nothing rests", async () => {
    const { made, colleague, states, treatedBy } = await makeAnswered();
    await treatedBy(colleague.staffId);
    await treatedBy(made.therapist.staffId);
    expect((await states())[0]?.word).toBe("given");
  });

  test("saved twice, it is one change", async () => {
    const { made, colleague, treatedBy } = await makeAnswered();
    const both = await Promise.allSettled([treatedBy(colleague.staffId), treatedBy(colleague.staffId)]);
    for (const one of both) if (one.status === "rejected") expect(one.reason).toBeInstanceOf(Refused);
    const rows = await readPractice(made.owner, (tx) => tx.select().from(treatingChanges));
    expect(rows.filter(({ practiceId }) => practiceId === made.practice.id)).toHaveLength(1);
  });
});
