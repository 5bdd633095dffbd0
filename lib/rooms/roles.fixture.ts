import { endGroup } from "@/lib/groups/end-group";
import { joinGroup } from "@/lib/groups/join-group";
import { leaveGroup } from "@/lib/groups/leave-group";
import { makeGroup } from "@/lib/groups/make-group";
import type { Attempt } from "@/lib/roles.fixture";
import { linksPage } from "@/lib/screens/desk/links";
import { type MadePractice, makePatient } from "@/test/factories";
import { assignRoom } from "./assign-room";
import { assignRooms } from "./assign-rooms";
import { endRooms } from "./end-rooms";
import { notePersonalMeeting } from "./note-personal-meeting";
import { openRoom } from "./open-room";
import { listPlatform, makeCouple, newNumber, roomInput } from "./rooms.fixture";

const joinedOn = "2026-01-12";

async function assigned(made: MadePractice, patientId: string) {
  return assignRoom(made.therapist, roomInput({ patientId }, await listPlatform(made.system)));
}

/** What is done to groups and rooms, one attempt each. */
export const roomAttempts: Attempt[] = [
  {
    ability: "manage-groups",
    name: "makeGroup",
    about: "patient",
    run: async (ctx, { made, patient }) => {
      const other = await makePatient(made);
      return makeGroup(ctx, {
        kind: "couple",
        name: "Ana and Ben",
        treatingStaffId: made.therapist.staffId,
        patientIds: [patient.id, other.patient.id],
        joinedOn,
      });
    },
  },
  {
    ability: "manage-groups",
    name: "joinGroup",
    about: "patient",
    run: async (ctx, { made, patient }) => {
      const { groupId } = await makeCouple(made);
      return joinGroup(ctx, { groupId, patientId: patient.id, joinedOn });
    },
  },
  {
    ability: "manage-groups",
    name: "leaveGroup",
    about: "patient",
    run: async (ctx, { made }) => {
      const { groupId, one } = await makeCouple(made);
      return leaveGroup(ctx, { groupId, patientId: one.patient.id, leftOn: joinedOn });
    },
  },
  {
    ability: "manage-groups",
    name: "endGroup",
    about: "patient",
    run: async (ctx, { made }) => endGroup(ctx, { groupId: (await makeCouple(made)).groupId }),
  },
  {
    ability: "manage-rooms",
    name: "assignRoom",
    about: "patient",
    run: async (ctx, { made, patient }) =>
      assignRoom(ctx, roomInput({ patientId: patient.id }, await listPlatform(made.system))),
  },
  {
    ability: "manage-rooms",
    name: "openRoom",
    about: "patient",
    run: async (ctx, { made, patient }) => openRoom(ctx, await assigned(made, patient.id)),
  },
  {
    ability: "manage-rooms",
    name: "assignRooms",
    about: "patient",
    run: async (ctx, { made, patient }) => {
      const platformId = await listPlatform(made.system);
      const line = { at: 0, owner: { patientId: patient.id }, meeting: newNumber(), passcode: null };
      return assignRooms(ctx, { platformId, waitingRoom: "yes", rooms: [line] });
    },
  },
  {
    ability: "manage-rooms",
    name: "linksPage",
    about: "practice",
    run: async (ctx, { made }) => linksPage(ctx, await listPlatform(made.system)),
  },
  {
    ability: "manage-rooms",
    name: "endRooms",
    about: "patient",
    run: async (ctx, { made, patient }) =>
      endRooms(ctx, { roomIds: [(await assigned(made, patient.id)).roomId] }),
  },
  {
    ability: "manage-rooms",
    name: "notePersonalMeeting",
    about: "nobody",
    run: (ctx) => notePersonalMeeting(ctx, { meeting: "https://zoom.us/my/somebody" }),
  },
];
