import { asked, entered, openedSample, type Step, talkFirst, yes } from "@/db/demo/story";
import { recordsStanding } from "@/lib/consents/records-standing";
import { listOpenConversations } from "@/lib/conversations/queries";
import { listDocuments } from "@/lib/documents/queries";
import { readPractice } from "@/lib/in-practice";
import { noteWatchEntry } from "@/lib/watch/note-watch-entry";
import { expect } from "./fixtures";
import { addedPatient, answeredRequest, requestOf, type StoryPatient } from "./people";
import type { StoryPractice } from "./practices";

const past: Step[] = [
  entered(0),
  yes(0, "electronic-records"),
  openedSample(0),
  yes(0, "video-sharing"),
  asked(0, ["email-scheduling"], null),
  talkFirst(0, "email-scheduling"),
];

/** Everything with an address or an id that a patient has, in the practice they have it in. */
export type Belongings = {
  patient: StoryPatient;
  /** For the parameters of routes, with a question that is open and one that is answered. */
  open: Record<string, string>;
  done: Record<string, string>;
  conversationId: string;
  versionId: string;
  staffId: string;
  watchEntryId: string;
};

export async function patientWithBelongings(practice: StoryPractice): Promise<Belongings> {
  const patient = await addedPatient(practice, past);
  const { owner } = practice.staff;
  const question = await requestOf(patient, "email-scheduling");
  const { requestId: doneId, answerId } = await answeredRequest(patient, "video-sharing");
  const { conversationId, documentId } = await found(patient);
  const watched = await noteWatchEntry(owner, {
    subject: "Zoom",
    what: "New terms.",
    link: null,
    changedOn: "2026-01-12",
    disclosureIds: [question.disclosureId],
  });
  const { testId } = await testOf(patient);
  const shared = {
    practice: practice.slug,
    patientId: patient.id,
    disclosureId: question.disclosureId,
    answerId,
    documentId,
    testId,
  };
  return {
    patient,
    open: { ...shared, requestId: question.id },
    done: { ...shared, requestId: doneId },
    conversationId,
    versionId: question.versionId,
    staffId: owner.staffId,
    watchEntryId: watched.id,
  };
}

async function testOf({ id, practice }: StoryPatient) {
  const { owner } = practice.staff;
  const { latestTest } = await readPractice(owner, (tx, now) => recordsStanding(tx, owner, id, now));
  return { testId: latestTest?.id ?? "" };
}

async function found({ id, practice }: StoryPatient) {
  const { owner } = practice.staff;
  const look = () =>
    readPractice(owner, async (tx) => ({
      conversations: await listOpenConversations(tx, owner),
      documents: await listDocuments(tx, owner, { patientId: id }),
    }));
  await expect.poll(async () => (await look()).documents.length).toBeGreaterThan(0);
  const { conversations, documents } = await look();
  return {
    conversationId: conversations.find(({ patientId }) => patientId === id)?.id ?? "",
    documentId: documents[0]?.id ?? "",
  };
}
