import { and, desc, eq, ne } from "drizzle-orm";
import { on } from "@/db/on";
import {
  conversationOutcomes,
  conversations,
  firstEntries,
  messages,
  requests,
  staffMembers,
} from "@/db/schema";
import { listAgreements } from "@/lib/agreements/queries";
import { listAnswerSignatures } from "@/lib/answers/answer-signatures";
import { listCorrections, listNoticeEndings } from "@/lib/answers/noted-reasons";
import { openPatientMailboxes } from "@/lib/auth/row-memberships";
import { listPatientConsents } from "@/lib/consents/consents-of-patients";
import type { StaffContext } from "@/lib/context";
import { openNote } from "@/lib/conversations/sealed-note";
import { today } from "@/lib/dates";
import { disclosureTitles, listDisclosures, versionTitles } from "@/lib/disclosures/queries";
import { usualTexts } from "@/lib/disclosures/rules";
import { listUsualTexts } from "@/lib/disclosures/usual-texts";
import { documentTitle, listDocuments } from "@/lib/documents/queries";
import { listDutiesOfPatient } from "@/lib/duties/queries";
import { isSettled } from "@/lib/duties/rules";
import { openDutyNote } from "@/lib/duties/sealed-note";
import { recordsState } from "@/lib/electronic-records/records-state";
import { readPage, type Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { countUnanswered } from "@/lib/messages/hand-over";
import { newestMails } from "@/lib/messages/newest-mails";
import { doubtOf } from "@/lib/messages/rules";
import { latestAddressChanges, latestEntryCodes } from "@/lib/patients/entry-proofs";
import { listLockedEntries } from "@/lib/patients/locked-entries";
import { getPatient, getPatients } from "@/lib/patients/queries";
import { listUndelivered } from "@/lib/patients/undelivered";
import { placingOfPatient } from "@/lib/platforms/placing-of-patient";
import { getPractice } from "@/lib/practices/queries";
import { listRequestNotes } from "@/lib/requests/request-notes";
import { countUnsent } from "@/lib/requests/unsent-questions";
import { leavesQuietly } from "@/lib/requests/when-mail-leaves";
import { whyNotMay } from "@/lib/roles";
import { wishesOfPatient } from "@/lib/wishes/wishes-of-patient";
import { listSpoken } from "@/lib/withdrawals/spoken-withdrawals";
import { patientRooms } from "./patient-rooms";
import { listTrail } from "./trail";
import { patientTroubles } from "./troubles";

/** Everything about one patient that this person may see. The caller has recorded that they opened it. */
export async function patientPage(ctx: StaffContext, patientId: string, language: Language) {
  return readPage(ctx, async (tx, now) => {
    const patient = await getPatient(tx, ctx, patientId);
    const practice = await getPractice(tx, ctx);
    const { timeZone } = practice;
    const titles = await disclosureTitles(tx, ctx, language);
    const titleOf = (disclosureId: string) => titles.get(disclosureId) ?? "";
    const consents = await listPatientConsents(tx, ctx, [patientId], language, now);
    const records = await recordsState(tx, ctx, patientId, now);
    const answerIds = consents.flatMap(({ state }) => state.answer?.id ?? []);
    const asked = consents.flatMap(({ requests }) => requests);
    const endedIds = asked.flatMap(({ id, ending }) => (ending ? id : []));
    const correctedIds = asked.flatMap(({ answer }) => (answer?.correctedAt ? answer.id : []));
    const takenBackIds = asked.flatMap(({ answer }) =>
      answer?.items.some(({ withdrawnAt }) => withdrawnAt) ? answer.id : [],
    );
    const mayRead = whyNotMay(ctx, "read-reasons") === null;
    const documents = await listDocuments(tx, ctx, { patientId });
    const placing = await placingOfPatient(tx, ctx, patientId, now);
    const versionIds = documents.flatMap(({ versionId }) => versionId ?? []);
    const documentTitles = await versionTitles(tx, ctx, versionIds, language);
    return {
      patient,
      timeZone,
      now,
      day: today(now, timeZone),
      quietUntil: leavesQuietly(now, practice),
      entry: await entryState(tx, ctx, patientId, now),
      undelivered: (await listUndelivered(tx, ctx, now, patientId)).length > 0,
      unsent: patient.archivedAt ? 0 : await countUnsent(tx, ctx, patient),
      /** How many texts they are usually asked about, whom nobody has asked anything. */
      usual: asked.length === 0 ? await countUsual(tx, ctx, now) : 0,
      hasMet: (await getPatients(tx, ctx, [patientId])).some(({ hasMet }) => hasMet),
      onceMore: await listRequestNotes(tx, ctx, patientId),
      consents: consents.filter(({ current }) => current !== null),
      corrections: await listCorrections(tx, ctx, correctedIds),
      endings: await listNoticeEndings(tx, ctx, endedIds),
      spoken: await listSpoken(tx, ctx, takenBackIds),
      duties: (await listDutiesOfPatient(tx, ctx, patientId)).map((one) => ({
        ...one,
        title: titleOf(one.disclosureId),
        isSettled: isSettled(one, placing?.meets ?? null),
        note: mayRead ? openDutyNote(ctx, one.completionId ?? "", one.sealedNote) : null,
      })),
      agreements: (await listAgreements(tx, ctx, patientId)).map((one) => ({
        ...one,
        title: titleOf(one.disclosureId),
      })),
      /** Whether what the law wants in writing can be answered on a screen, or waits on paper. */
      records,
      signatures: await listAnswerSignatures(tx, ctx, patient, answerIds),
      documents: documents.map((one) => ({ ...one, title: documentTitle(one, documentTitles) })),
      conversations: (await listConversations(tx, ctx, patientId)).map((one) => ({
        ...one,
        title: one.disclosureId === null ? null : titleOf(one.disclosureId),
      })),
      placing,
      rooms: await patientRooms(tx, ctx, patientId, language, now),
      troubles: await patientTroubles(tx, ctx, patientId, language, now),
      wishes: await wishesOfPatient(tx, ctx, patientId, now, language),
      messages: await listMessages(tx, ctx, patientId),
      trail: await listTrail(tx, ctx, { patientId, timeZone, most: 200 }, language),
      may: {
        edit: whyNotMay(ctx, "edit-patients") === null,
        ask: whyNotMay(ctx, "ask-patients") === null,
        makeCode: whyNotMay(ctx, "make-entry-codes") === null,
        conclude: whyNotMay(ctx, "conclude-conversations") === null,
        noteWithdrawal: whyNotMay(ctx, "record-withdrawals") === null,
        completeDuty: whyNotMay(ctx, "complete-duties") === null,
        correct: whyNotMay(ctx, "correct-answers") === null,
        endNotice: whyNotMay(ctx, "end-notices") === null,
        noteAgreement: whyNotMay(ctx, "note-agreements") === null,
      },
    };
  });
}

async function countUsual(tx: Tx, ctx: StaffContext, now: Date): Promise<number> {
  return usualTexts(await listDisclosures(tx, ctx), await listUsualTexts(tx, ctx), now).asked.length;
}

export type PatientPageData = Awaited<ReturnType<typeof patientPage>>;

async function entryState(tx: Tx, ctx: StaffContext, patientId: string, now: Date) {
  const mailboxes = openPatientMailboxes(tx, ctx);
  const [first] = await tx
    .select({ provenAt: firstEntries.provenAt, method: firstEntries.method })
    .from(firstEntries)
    .innerJoin(mailboxes, eq(mailboxes.id, firstEntries.membershipId))
    .where(and(eq(firstEntries.practiceId, ctx.practiceId), eq(firstEntries.patientId, patientId)))
    .orderBy(firstEntries.provenAt)
    .limit(1);
  const [code] = await latestEntryCodes(tx, ctx, [patientId]);
  const changes = await latestAddressChanges(tx, ctx, [patientId]);
  const [locked] = await listLockedEntries(tx, ctx, patientId);
  const isLive = code && !code.isSpent && code.expiresAt > now;
  return {
    first: first ?? null,
    codeUntil: isLive ? code.expiresAt : null,
    needsCode: changes.has(patientId),
    locked: locked !== undefined,
  };
}

/** Notes of a conversation are for those who may read them; the others learn that there was one, and its outcome. */
async function listConversations(tx: Tx, ctx: StaffContext, patientId: string) {
  const rows = await tx
    .select({
      id: conversations.id,
      disclosureId: requests.disclosureId,
      wishId: conversations.wishId,
      wantedAt: conversations.wantedAt,
      concluded: conversationOutcomes,
      concludedByName: staffMembers.name,
    })
    .from(conversations)
    .leftJoin(requests, on(requests, conversations.requestId))
    .leftJoin(conversationOutcomes, on(conversations, conversationOutcomes.conversationId))
    .leftJoin(staffMembers, on(staffMembers, conversationOutcomes.concludedBy))
    .where(and(eq(conversations.practiceId, ctx.practiceId), eq(conversations.patientId, patientId)))
    .orderBy(desc(conversations.wantedAt));
  const mayRead = whyNotMay(ctx, "read-conversation-notes") === null;
  return rows.map(({ concluded, ...conversation }) => {
    const { outcome = null, concludedAt = null } = concluded ?? {};
    const hasNote = Boolean(concluded?.sealedNote ?? concluded?.note);
    return {
      ...conversation,
      outcome,
      concludedAt,
      note: mayRead && concluded ? openNote(ctx, concluded) : null,
      hasNote,
      mayRead,
    };
  });
}

/** The e-mails owed to this patient, newest first, each with how it ended; sign-in mails stay between them and us. */
async function listMessages(tx: Tx, ctx: StaffContext, patientId: string) {
  const theirs = and(eq(messages.patientId, patientId), ne(messages.kind, "sign-in"));
  const mails = await newestMails(tx, ctx, "id", theirs);
  const unanswered = await countUnanswered(tx, ctx, patientId);
  return mails
    .sort((a, b) => b.owedAt.getTime() - a.owedAt.getTime() || (a.id < b.id ? 1 : -1))
    .slice(0, 100)
    .flatMap(({ kind, ...mail }) => {
      if (kind === "sign-in" || kind === "invitation") return [];
      const doubt = doubtOf({ unanswered: unanswered.get(mail.id) ?? 0, deliveredAt: mail.deliveredAt });
      return [{ ...mail, kind, doubt }];
    });
}
