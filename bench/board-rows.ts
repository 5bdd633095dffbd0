import { v7 as uuid } from "uuid";
import {
  answerItems,
  answers,
  conversations,
  documents,
  requestOpenings,
  signatures,
  withdrawalItems,
  withdrawals,
} from "@/db/schema";
import { inPractice, type Tx } from "@/lib/in-practice";
import { makeSealKey } from "@/lib/practices/seal-keys";
import {
  type Asked,
  type BenchPractice,
  inChunks,
  makeSignedInPatients,
  type SignedInPatient,
} from "./practice";

type Placed = Asked & { patient: SignedInPatient; fate: number };

/**
 * Patients with every disclosure asked, and what became of it: of ten, seven answered (one of them no, one taken
 * back since), one wants to talk first, two wait. Rows only: nothing of it is in the trail, and no file is sealed.
 */
export async function fillBoard(practice: BenchPractice, patients: number): Promise<SignedInPatient[]> {
  const people = await makeSignedInPatients(practice, patients, practice.texts);
  const placed = people.flatMap((patient, index) =>
    patient.asked.map((asked, at) => ({ ...asked, patient, fate: (index * 7 + at * 3) % 10 })),
  );
  const sealKeyId = await inPractice(practice.system, async (tx, now) => {
    return (await makeSealKey(tx, practice.system, now)).id;
  });
  for (const some of inChunks(placed)) {
    await inPractice(practice.system, (tx, now) =>
      writeFates(tx, practice.practice.id, some, sealKeyId, now),
    );
  }
  return people;
}

async function writeFates(
  tx: Tx,
  practiceId: string,
  placed: readonly Placed[],
  sealKeyId: string,
  now: Date,
) {
  const [at, route] = [now, "portal" as const];
  await tx.insert(requestOpenings).values(
    placed.map(({ requestId, text, patient }) => {
      const opening = { practiceId, id: uuid(), requestId, versionId: text.id };
      return { ...opening, openedAt: at, openedBy: patient.userId };
    }),
  );
  const wanting = placed.filter(({ fate }) => fate === 7);
  await tx.insert(conversations).values(
    wanting.map(({ requestId, patient }) => {
      const wanted = { practiceId, id: uuid(), patientId: patient.id, requestId, route };
      return { ...wanted, topic: "talk-first" as const, wantedAt: at, wantedBy: patient.userId };
    }),
  );

  const given = placed
    .filter(({ fate }) => fate < 7)
    .map((one) => ({ ...one, answerId: uuid(), said: one.fate === 0 ? ("no" as const) : ("yes" as const) }));
  await tx.insert(signatures).values(
    given.map(({ answerId: id, patient }) => {
      return { practiceId, id, patientId: patient.id, kind: "answer" as const, signedAt: at };
    }),
  );
  await tx.insert(answers).values(
    given.map(({ answerId, requestId, text, patient }) => ({
      practiceId,
      id: answerId,
      requestId,
      patientId: patient.id,
      disclosureId: text.disclosureId,
      versionId: text.id,
      language: text.language,
      textSha256: text.textSha256,
      answeredAt: at,
      answeredBy: patient.userId,
      capacity: "self" as const,
      route,
    })),
  );
  const uses = given.flatMap(({ answerId, text, said, fate }) =>
    text.items.map((item) => {
      return {
        row: { practiceId, id: uuid(), answerId, versionId: text.id, itemId: item.id, answer: said },
        fate,
      };
    }),
  );
  await tx.insert(answerItems).values(uses.map(({ row }) => row));
  // A document each, else the worker would find thousands of answers it has to seal.
  await tx.insert(documents).values(
    given.map(({ answerId, patient }) => ({
      practiceId,
      id: uuid(),
      patientId: patient.id,
      signatureId: answerId,
      sealKeyId,
      sha256: "0".repeat(64),
      byteSize: 1,
      level: "B-B" as const,
      sealedAt: at,
    })),
  );

  const takenBack = given.filter(({ fate }) => fate === 1).map((one) => ({ ...one, withdrawalId: uuid() }));
  await tx.insert(signatures).values(
    takenBack.map(({ withdrawalId: id, patient }) => {
      return { practiceId, id, patientId: patient.id, kind: "withdrawal" as const, signedAt: at };
    }),
  );
  await tx.insert(withdrawals).values(
    takenBack.map(({ withdrawalId, answerId, patient }) => {
      const back = { practiceId, id: withdrawalId, answerId, patientId: patient.id, route };
      return { ...back, withdrawnAt: at, withdrawnBy: patient.userId };
    }),
  );
  await tx
    .insert(withdrawalItems)
    .values(
      takenBack.flatMap(({ withdrawalId, answerId, text }) =>
        text.items.map((item) => ({ practiceId, id: uuid(), withdrawalId, answerId, itemId: item.id })),
      ),
    );
  await tx.insert(documents).values(
    takenBack.map(({ withdrawalId, patient }) => ({
      practiceId,
      id: uuid(),
      patientId: patient.id,
      signatureId: withdrawalId,
      sealKeyId,
      sha256: "0".repeat(64),
      byteSize: 1,
      level: "B-B" as const,
      sealedAt: at,
    })),
  );
}
