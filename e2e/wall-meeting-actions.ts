import { randomUUID } from "node:crypto";
import type { Belongings } from "./belongings";
import type { Calling } from "./calling";
import { yearAfterNext } from "./days";

const ofPatient = ({ patient }: Belongings) => ({ patientId: patient.id });
const ofWish = ({ open }: Belongings) => ({ wishId: open.wishId });
const ofPlatform = ({ open }: Belongings) => ({ platformId: open.platformId });
const ofSafeguard = ({ open }: Belongings) => ({ safeguardId: open.safeguardId });
const ofRoom = ({ roomId }: Belongings) => ({ roomId });

/** The actions about how one meets: platforms, wishes, groups, rooms and claims. */
export const meetingCallings: Readonly<Record<string, Calling>> = {
  answerWishAction: { by: "staff", of: (theirs) => ({ ...ofWish(theirs), decision: "talk" }) },
  endNextAction: { by: "staff", of: ({ choiceId }) => ({ choiceId }) },
  goBackAction: { by: "staff", of: (theirs) => ({ ...ofWish(theirs), seen: "in-use" }) },
  keepTrialAction: { by: "staff", of: (theirs) => ({ ...ofWish(theirs), seen: "in-trial" }) },
  noteExplainedAction: {
    by: "staff",
    of: (theirs) => ({ ...ofWish(theirs), explainedOn: "2026-01-12", textSha256: "0".repeat(64) }),
  },
  noteNextAction: { by: "staff", of: (theirs) => ({ ...ofPatient(theirs), ...ofPlatform(theirs) }) },
  proposeWayAction: {
    by: "staff",
    of: (theirs) => ({
      ...ofPatient(theirs),
      ...ofPlatform(theirs),
      decision: "yes",
      fromOn: `${yearAfterNext}-01-01`,
    }),
  },
  takeBackProposalAction: { by: "staff", of: ofWish },
  addPlatformAction: { by: "staff" },
  addSafeguardAction: { by: "staff" },
  addStartersAction: { by: "staff" },
  assignRoomAction: {
    by: "staff",
    of: ({ patient, videoId }) => ({
      patientId: patient.id,
      platformId: videoId,
      meeting: "812 3456 7890",
      passcode: "",
      waitingRoom: "yes",
    }),
  },
  assignRoomsAction: {
    by: "staff",
    of: ({ patient, videoId }) => ({
      platformId: videoId,
      waitingRoom: "yes",
      rooms: [{ patientId: patient.id, meeting: "812 3456 7890", passcode: "" }],
    }),
  },
  changePlatformRulesAction: { by: "staff" },
  dropSafeguardAction: { by: "staff", of: ofSafeguard },
  endGroupAction: { by: "staff", of: ({ groupId }) => ({ groupId }) },
  endRoomAction: { by: "staff", of: ofRoom },
  endRoomsAction: { by: "staff", of: ({ roomId }) => ({ roomIds: [roomId] }) },
  leavePlatformAction: { by: "staff", of: (theirs) => ({ ...ofPlatform(theirs), why: "New terms." }) },
  noteFactAction: {
    by: "staff",
    of: (theirs) => ({
      ...ofPlatform(theirs),
      key: "recording",
      value: "no",
      source: "checked",
      sourceName: "",
      words: { en: "", es: "" },
      link: "",
      checkedOn: "2026-01-12",
      goodUntil: "",
    }),
  },
  noteTroubleAction: { by: "staff", of: (theirs) => ({ ...ofPatient(theirs), kind: "sound-poor" }) },
  joinGroupAction: {
    by: "staff",
    of: ({ groupId, patient }) => ({ groupId, patientId: patient.id, joinedOn: "2026-01-12" }),
  },
  leaveGroupAction: {
    by: "staff",
    of: ({ groupId, patient }) => ({ groupId, patientId: patient.id, leftOn: "2026-01-12" }),
  },
  makeGroupAction: {
    by: "staff",
    of: ({ patient, staffId }) => ({
      kind: "therapy-group",
      name: "Somebody else's group",
      treatingStaffId: staffId,
      patientIds: [patient.id],
      joinedOn: "2026-01-12",
    }),
  },
  notePersonalMeetingAction: { by: "staff" },
  openRoomAction: { by: "staff", of: ofRoom },
  movePracticeAction: {
    by: "staff",
    of: ({ patient }) => ({
      platformId: randomUUID(),
      from: "",
      shown: "0".repeat(64),
      staying: [patient.id],
      stayingGroups: [],
    }),
  },
  placeGroupAction: {
    by: "staff",
    of: () => ({ groupId: randomUUID(), platformId: randomUUID(), from: "" }),
  },
  placePatientAction: {
    by: "staff",
    of: ({ patient }) => ({ patientId: patient.id, platformId: randomUUID(), from: "" }),
  },
  setDefaultAction: { by: "staff", of: () => ({ platformId: randomUUID(), from: "" }) },
  takeUpSafeguardAction: { by: "staff", of: ofSafeguard },
  returnToPlatformAction: { by: "staff", of: ofPlatform },
  chooseNextAction: {
    by: "patient",
    of: (theirs) => ({ ...ofPatient(theirs), ...ofPlatform(theirs) }),
  },
  declineProposalAction: { by: "patient", of: (theirs) => ({ ...ofWish(theirs) }) },
  goBackWayAction: {
    by: "patient",
    of: (theirs) => ({ ...ofWish(theirs), seen: "in-use" }),
  },
  keepWayAction: {
    by: "patient",
    of: (theirs) => ({ ...ofWish(theirs), seen: "in-trial" }),
  },
  letNextBeAction: { by: "patient", of: ({ choiceId }) => ({ choiceId }) },
  takeBackWishAction: { by: "patient", of: (theirs) => ({ ...ofWish(theirs) }) },
  wishAction: {
    by: "patient",
    of: (theirs) => ({ ...ofPatient(theirs), wish: "not-sure" }),
  },
  openOwnRoomAction: { by: "patient", of: ofRoom },
  reportTroubleAction: { by: "patient", of: (theirs) => ({ ...ofPatient(theirs), kind: "sound-poor" }) },
  enterTradeOffAction: { by: "patient" },
  rereadTradeOffAction: { by: "patient" },
  reviewTradeOffAction: { by: "patient" },
  signTradeOffAction: {
    by: "patient",
    of: (theirs) => ({
      ...ofWish(theirs),
      language: "en",
      textSha256: "0".repeat(64),
      answers: { read: "yes" },
      printedName: "Somebody Else",
      step: "review",
    }),
  },
};
