import { eq } from "drizzle-orm";
import { requests } from "@/db/schema";
import { asked, back, entered, openedSample, type Step, talkFirst, yes } from "@/demo/story";
import { noteEarlierAgreement } from "@/lib/agreements/note-earlier-agreement";
import { listOpenConversations } from "@/lib/conversations/queries";
import { listDocuments } from "@/lib/documents/queries";
import { listDutiesOfPatient } from "@/lib/duties/queries";
import { recordsState } from "@/lib/electronic-records/records-state";
import { readPractice } from "@/lib/in-practice";
import { noteWatchEntry } from "@/lib/watch/note-watch-entry";
import { checked, madeClaim } from "./claims";
import { expect } from "./fixtures";
import { addedPatient, answeredRequest, requestOf, type StoryPatient } from "./people";
import { nextChoiceOf, platformOf, wishOf } from "./platforms";
import type { StoryPractice } from "./practices";
import { groupOf, roomOf, videoOf } from "./rooms";

const past: Step[] = [
  entered(0),
  yes(0, "electronic-records"),
  openedSample(0),
  yes(0, "video-sharing"),
  back(0, "video-sharing", ["shared-folder"]),
  asked(0, ["email-scheduling"], null),
  talkFirst(0, "email-scheduling"),
];

/** Everything with an address or an id that a patient has, in the practice they have it in. */
export type Belongings = {
  patient: StoryPatient;
  /** For the parameters of routes, with a question that is open and one that is answered. */
  open: Record<string, string>;
  done: Record<string, string>;
  askingId: string;
  conversationId: string;
  dutyId: string;
  versionId: string;
  staffId: string;
  watchEntryId: string;
  groupId: string;
  roomId: string;
  videoId: string;
  choiceId: string;
};

export async function patientWithBelongings(practice: StoryPractice): Promise<Belongings> {
  const patient = await addedPatient(practice, past);
  const { owner } = practice.staff;
  const question = await requestOf(patient, "email-scheduling");
  const { requestId: doneId, answerId } = await answeredRequest(patient, "video-sharing");
  const { conversationId, documentId, dutyId } = await found(patient);
  const agreementId = await filed(patient, question.disclosureId);
  const watched = await noteWatchEntry(owner, {
    subject: "Zoom",
    what: "New terms.",
    link: null,
    changedOn: "2026-01-12",
    disclosureIds: [question.disclosureId],
  });
  const { testId } = await testOf(patient);
  const safeguardId = await madeClaim(practice);
  const attestationId = await checked(practice, safeguardId, "2026-01-12");
  const groupId = await groupOf(practice, patient.id);
  const shared = {
    practice: practice.slug,
    patientId: patient.id,
    disclosureId: question.disclosureId,
    answerId,
    documentId,
    agreementId,
    testId,
    platformId: await platformOf(practice),
    safeguardId,
    attestationId,
    groupId,
    wishId: await wishOf(patient),
  };
  return {
    patient,
    open: { ...shared, requestId: question.id },
    done: { ...shared, requestId: doneId },
    askingId: await askingOf(patient, question.id),
    conversationId,
    dutyId,
    versionId: question.versionId,
    staffId: owner.staffId,
    watchEntryId: watched.id,
    groupId,
    roomId: await roomOf(practice, { patientId: patient.id }),
    videoId: (await videoOf(practice)).id,
    choiceId: await nextChoiceOf(patient),
  };
}

async function filed({ id, practice }: StoryPatient, disclosureId: string) {
  const about = {
    patientId: id,
    disclosureId,
    form: "paper" as const,
    agreedOn: "2024-03-01",
    uses: ["-"],
    wordsLanguage: "en" as const,
  };
  const file = { name: "a.pdf", bytes: Buffer.from("%PDF-1.4") };
  return (await noteEarlierAgreement(practice.staff.owner, about, file)).agreementId;
}

async function askingOf({ practice }: StoryPatient, requestId: string) {
  const [asked] = await readPractice(practice.staff.owner, (tx) =>
    tx.select({ askingId: requests.askingId }).from(requests).where(eq(requests.id, requestId)),
  );
  return asked?.askingId ?? "";
}

async function testOf({ id, practice }: StoryPatient) {
  const { owner } = practice.staff;
  const { latestTest } = await readPractice(owner, (tx, now) => recordsState(tx, owner, id, now));
  return { testId: latestTest?.id ?? "" };
}

async function found({ id, practice }: StoryPatient) {
  const { owner } = practice.staff;
  const look = () =>
    readPractice(owner, async (tx) => ({
      conversations: await listOpenConversations(tx, owner),
      duties: await listDutiesOfPatient(tx, owner, id),
      documents: await listDocuments(tx, owner, { patientId: id }),
    }));
  await expect.poll(async () => (await look()).documents.length).toBeGreaterThan(0);
  const { conversations, documents, duties } = await look();
  return {
    conversationId: conversations.find(({ patientId }) => patientId === id)?.id ?? "",
    documentId: documents[0]?.id ?? "",
    dutyId: duties[0]?.id ?? "",
  };
}
