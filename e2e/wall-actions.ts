import { randomUUID } from "node:crypto";
import type { Belongings } from "./belongings";
import type { Calling } from "./calling";
import { meetingCallings } from "./wall-meeting-actions";

const ofPatient = ({ patient }: Belongings) => ({ patientId: patient.id });
const ofStaff = ({ staffId }: Belongings) => ({ staffId, role: "auditor" });
const ofQuestion = ({ open, versionId }: Belongings) => ({ requestId: open.requestId, versionId });
const ofAnswering = (theirs: Belongings) => ({
  ...ofQuestion(theirs),
  language: "en",
  textSha256: "0".repeat(64),
  printedName: "Somebody Else",
  step: "review",
});
const ofText = ({ open }: Belongings) => ({ disclosureId: open.disclosureId });
const ofAsking = ({ patient, open }: Belongings) => ({
  patientIds: [patient.id],
  disclosureIds: [open.disclosureId],
  dueOn: null,
});
const ofRecords = ({ patient }: Belongings) => ({ patientId: patient.id, next: "" });
const facts = {
  legalName: "Somebody Else",
  calledName: null,
  email: null,
  phone: null,
  language: "en",
  dateOfBirth: "1990-01-01",
  treatingStaffId: null,
  mailboxOf: null,
};

const publishing = (theirs: Belongings) => ({
  ...ofText(theirs),
  revision: 1,
  change: "editorial",
  summaries: { en: "Something changed.", es: "Algo cambió." },
  effectiveOn: "2099-01-01",
  reviewBy: "2099-06-01",
  earlier: null,
  earlierUntil: null,
  saidOtherwise: [],
  leftOut: [],
  unread: ["es"],
});

/** Every server action by its name. One that the build serves and nobody named here fails the walls. */
export const callings: Readonly<Record<string, Calling>> = {
  ...meetingCallings,
  chooseLanguage: { by: "anybody" },
  comeInByBirthAction: { by: "anybody" },
  comeInByCodeAction: { by: "anybody" },
  freshLinkAction: { by: "anybody" },
  hereAction: { by: "anybody" },
  lockAction: { by: "anybody" },
  redeemCodeAction: { by: "anybody" },
  redeemLinkAction: { by: "anybody" },
  requestLinkAction: { by: "anybody" },
  signOutAction: { by: "anybody" },

  addPatientAction: { by: "staff" },
  allowNewTestAction: { by: "staff", of: ofPatient },
  archivePatientAction: { by: "staff", of: ofPatient },
  askPreviewAction: { by: "staff", of: (theirs) => ({ ...ofText(theirs), language: "es" }) },
  askAction: { by: "staff", of: ofAsking },
  beginDraftAction: { by: "staff", of: ofText },
  cancelRequestAction: { by: "staff", of: ({ open }) => ({ requestId: open.requestId }) },
  changeAudienceAction: {
    by: "staff",
    of: (theirs) => ({ ...ofText(theirs), audience: "by-hand" }),
  },
  changeAskingAction: { by: "staff" },
  chooseUsualTextsAction: { by: "staff", of: ({ open }) => ({ disclosureIds: [open.disclosureId] }) },
  changeSettingsAction: { by: "staff" },
  checkTrailAction: { by: "staff" },
  concludeAction: {
    by: "staff",
    of: ({ conversationId }) => ({
      conversationIds: [conversationId],
      outcome: "questions-answered",
      note: "",
    }),
  },
  discardDraftAction: { by: "staff", of: (theirs) => ({ ...ofText(theirs), revision: 1 }) },
  completeDutyAction: { by: "staff", of: ({ dutyId }) => ({ dutyIds: [dutyId], note: "" }) },
  concludeWatchAction: {
    by: "staff",
    of: ({ watchEntryId }) => ({
      entryId: watchEntryId,
      conclusion: "stop",
      note: "",
      forPatients: { en: "", es: "" },
    }),
  },
  correctAnswerAction: {
    by: "staff",
    of: ({ open }) => ({ answerId: open.answerId, reason: "By mistake." }),
  },
  editPatientAction: {
    by: "staff",
    of: ({ patient }) => ({ ...facts, patientId: patient.id, loaded: facts }),
  },
  endNoticeAction: {
    by: "staff",
    of: ({ open }) => ({ requestId: open.requestId, outcome: "unable", reason: "Tried twice." }),
  },
  endRoleAction: { by: "staff", of: ofStaff },
  grantRoleAction: { by: "staff", of: ofStaff },
  inviteStaffAction: { by: "staff" },
  makeEntryCodeAction: { by: "staff", of: ofPatient },
  noteFirstMeetingAction: { by: "staff", of: ofPatient },
  noteWatchAction: {
    by: "staff",
    of: ({ open }) => ({
      subject: "Zoom",
      what: "New terms.",
      link: "",
      changedOn: "2026-01-12",
      disclosureIds: [open.disclosureId],
    }),
  },
  keepTranslationAction: {
    by: "staff",
    of: (theirs) => ({
      ...ofText(theirs),
      language: "es",
      textSha256: "0".repeat(64),
      englishSha256: "0".repeat(64),
    }),
  },
  // Somebody else's group or platform; those of one's own practice are tried beside the operations.
  previewAskAction: { by: "staff", of: ofAsking },
  publishTextsAction: { by: "staff" },
  chooseWitnessesAction: { by: "staff" },
  reviewTranslationAction: {
    by: "staff",
    of: (theirs) => ({
      ...ofText(theirs),
      language: "es",
      textSha256: "0".repeat(64),
      reviewer: "Somebody Else",
    }),
  },
  saveDraftAction: {
    by: "staff",
    of: (theirs) => ({
      ...ofText(theirs),
      revision: 1,
      content: { texts: { en: null, es: null }, items: [], answersLastMonths: null },
    }),
  },
  startDisclosureAction: { by: "staff" },
  sendAgainAction: {
    by: "staff",
    of: ({ patient, open }) => ({ patientId: patient.id, requestId: open.requestId }),
  },
  stopAskingAction: { by: "staff", of: ({ askingId }) => ({ askingId }) },
  // A campaign of theirs would ask everybody in the practice; that another practice finds none is tested beside it.
  stopCampaignAction: { by: "staff", of: () => ({ campaignId: randomUUID() }) },
  storedDraftAction: { by: "staff", of: ofText },
  previewPublishAction: { by: "staff", of: (theirs) => ({ choices: publishing(theirs), search: "" }) },
  publishAction: { by: "staff", of: publishing },
  restorePatientAction: { by: "staff", of: ofPatient },
  retireAction: { by: "staff", of: ofText },
  saidAloudAction: {
    by: "staff",
    of: ({ open }) => ({ answerId: open.answerId, use: "all", route: "phone" }),
  },
  retrySealingAction: { by: "staff", of: () => ({ failureId: randomUUID() }) },
  sendTrialAction: { by: "staff", of: ofText },

  agreeAction: { by: "patient", of: (theirs) => ({ ...ofRecords(theirs), ...ofText(theirs) }) },
  beginAction: { by: "patient", of: ofRecords },
  giveUpAction: { by: "patient", of: (theirs) => ({ ...ofRecords(theirs), testId: theirs.open.testId }) },
  tryAction: {
    by: "patient",
    of: (theirs) => ({ ...ofRecords(theirs), testId: theirs.open.testId, digits: "1234" }),
  },
  changeAction: { by: "patient" },
  dontAskAction: { by: "patient", of: ofAnswering },
  notNowAction: { by: "patient", of: ofAnswering },
  reviewAction: { by: "patient", of: ofAnswering },
  signAction: { by: "patient", of: ofAnswering },
  enterAction: { by: "patient", of: ofAnswering },
  talkFirstAction: { by: "patient", of: ofAnswering },
  answerAnewAction: {
    by: "patient",
    of: ({ patient, open }) => ({
      patientId: patient.id,
      disclosureId: open.disclosureId,
    }),
  },
  openedAction: { by: "patient", of: ofQuestion },
  nameFilesAction: { by: "patient", of: ({ patient }) => ({ patientId: patient.id, named: "no" }) },
  proveByBirthAction: { by: "patient" },
  proveByCodeAction: { by: "patient" },
  withdrawAction: {
    by: "patient",
    of: ({ open }) => ({ answerId: open.answerId, use: "all" }),
  },
  putEverythingBackAction: {
    by: "patient",
    of: ({ patient }) => ({ patientId: patient.id, togetherId: randomUUID() }),
  },
  withdrawEverythingAction: {
    by: "patient",
    of: ({ patient }) => ({ patientId: patient.id }),
  },
};
