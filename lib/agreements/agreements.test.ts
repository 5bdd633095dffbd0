import { afterAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { earlierAgreementFiles } from "@/db/schema";
import { listPatientConsents } from "@/lib/consents/consents-of-patients";
import { NotFound } from "@/lib/errors";
import { readPractice } from "@/lib/in-practice";
import { testDatabase } from "@/test/database";
import { makeDisclosure, makePatient, makePractice, trailOf } from "@/test/factories";
import { noteEarlierAgreement } from "./note-earlier-agreement";
import { openAgreement } from "./open-agreement";
import { listAgreements } from "./queries";

const { asSuperuser } = await testDatabase();
afterAll(closeDatabase);

const file = { name: "Signed 2024.pdf", bytes: Buffer.from("%PDF-1.4 signed on paper by Ana") };

async function makeKnown() {
  const made = await makePractice();
  const { patient, ctx } = await makePatient(made);
  const { disclosure } = await makeDisclosure(made);
  const about = { patientId: patient.id, disclosureId: disclosure.id };
  const input = {
    ...about,
    form: "paper" as const,
    agreedOn: "2024-03-01",
    uses: ["look back", "teaching"],
    wordsLanguage: "en" as const,
  };
  return { made, patient, ctx, disclosure, input };
}

describe("an earlier agreement", () => {
  test("is filed with its file encrypted and its event, and shown as what it is", async () => {
    const { made, patient, ctx, input, disclosure } = await makeKnown();
    const { agreementId } = await noteEarlierAgreement(made.office, input, file);
    for (const reader of [made.therapist, ctx]) {
      const listed = await readPractice(reader, (tx) => listAgreements(tx, reader, patient.id));
      expect(listed).toMatchObject([{ id: agreementId, ...input, fileName: file.name }]);
    }
    const kept = await readPractice(made.owner, (tx) => tx.select().from(earlierAgreementFiles));
    expect(kept.some(({ sealed }) => sealed.includes("signed on paper"))).toBe(false);
    expect((await trailOf(made.practice.id)).at(-1)).toMatchObject({
      name: "agreement.noted",
      patient: patient.id,
      agreementId,
      disclosureId: disclosure.id,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  test("gives no consent", async () => {
    const { made, patient, input } = await makeKnown();
    await noteEarlierAgreement(made.therapist, input, file);
    const [standing] = await readPractice(made.owner, (tx, now) =>
      listPatientConsents(tx, made.owner, [patient.id], "en", now),
    );
    expect(standing?.state).toMatchObject({ word: "not-asked", yes: [] });
  });

  test("is refused with the same file again, another kind of file, none, or a day to come", async () => {
    const { made, input } = await makeKnown();
    await noteEarlierAgreement(made.owner, input, file);
    const note = (changed: Partial<typeof input>, bytes = file.bytes) =>
      noteEarlierAgreement(made.owner, { ...input, ...changed }, { ...file, bytes });
    await expect(note({ agreedOn: "2023-01-01" })).rejects.toMatchObject({ reason: "same-file" });
    const html = Buffer.from("<script>alert(1)</script>");
    await expect(note({}, html)).rejects.toMatchObject({ reason: "file-unknown-kind" });
    await expect(note({}, Buffer.alloc(0))).rejects.toMatchObject({ reason: "file-missing" });
    const other = Buffer.from("%PDF-1.4 another");
    await expect(note({ agreedOn: "2999-01-01" }, other)).rejects.toMatchObject({
      reason: "agreed-in-future",
    });
    await note({}, other);
  });

  test("of another practice's patient or text is not found", async () => {
    const { made, input } = await makeKnown();
    const foreign = await makeKnown();
    for (const wrong of [foreign.input, { ...input, disclosureId: foreign.input.disclosureId }]) {
      await expect(noteEarlierAgreement(made.owner, wrong, file)).rejects.toBeInstanceOf(NotFound);
    }
  });

  test("filed by two at once is filed once", async () => {
    const { made, input } = await makeKnown();
    const both = [
      noteEarlierAgreement(made.owner, input, file),
      noteEarlierAgreement(made.office, input, file),
    ];
    const outcomes = (await Promise.allSettled(both)).map(({ status }) => status);
    expect(outcomes.toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("its file", () => {
  async function makeFiled() {
    const known = await makeKnown();
    const { agreementId } = await noteEarlierAgreement(known.made.office, known.input, file);
    return { ...known, agreementId };
  }

  test("is handed to the patient and to staff, and each opening is told of", async () => {
    const { made, ctx, patient, agreementId } = await makeFiled();
    for (const reader of [ctx, made.auditor]) {
      const opened = await openAgreement(reader, agreementId);
      expect(opened).toMatchObject({ bytes: file.bytes, mediaType: "application/pdf" });
      expect(opened.called("pdf")).toMatch(/_Ana-María-Ruiz_\d{4}-\d\d-\d\d\.pdf$/);
      expect((await trailOf(made.practice.id)).at(-1)).toMatchObject({
        name: "agreement.opened",
        patient: patient.id,
        agreementId,
        actor: { kind: reader.kind },
      });
    }
  });

  test("is not found by another patient or another practice", async () => {
    const { made, agreementId } = await makeFiled();
    const strangers = [(await makePatient(made)).ctx, (await makePractice()).owner];
    for (const stranger of strangers) {
      await expect(openAgreement(stranger, agreementId)).rejects.toBeInstanceOf(NotFound);
    }
  });

  test("is kept back once it was altered, and then nothing is told", async () => {
    const { made, ctx, agreementId } = await makeFiled();
    await asSuperuser(`update earlier_agreement_files set sealed = overlay(sealed placing '\\x00' from 60)
      where agreement_id = '${agreementId}'`);
    const { length } = await trailOf(made.practice.id);
    await expect(openAgreement(ctx, agreementId)).rejects.toMatchObject({ reason: "agreement-damaged" });
    expect(await trailOf(made.practice.id)).toHaveLength(length);
  });
});
