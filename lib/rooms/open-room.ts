import { recordEvent } from "@/lib/audit/record-event";
import type { PatientContext, StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import type { RoomIdInput } from "./input";
import { type PasscodePlace, passcodePlace } from "./meeting-services";
import { lockRoom } from "./queries";
import { aboutOwner, spokenNumber, whyNotUseRoom } from "./rules";
import { openSecrets } from "./sealed-room";

export type OpenedRoom = {
  link: string | null;
  /** As it is read out, where the meeting has one. */
  number: string | null;
  passcode: string | null;
  passcodeIn: PasscodePlace;
  hasWaitingRoom: boolean;
};

/** Shows whoever manages rooms a link and passcode. Every look is recorded. */
export async function openRoom(ctx: StaffContext, { roomId }: RoomIdInput): Promise<OpenedRoom> {
  mustMay(ctx, "manage-rooms");
  return lookInto(ctx, roomId);
}

/** Shows patients how to get into their own meeting, or that of a group they belong to now. Every look is recorded. */
export async function openOwnRoom(ctx: PatientContext, { roomId }: RoomIdInput): Promise<OpenedRoom> {
  return lookInto(ctx, roomId);
}

function lookInto(ctx: StaffContext | PatientContext, roomId: string): Promise<OpenedRoom> {
  return inPractice(
    ctx,
    (tx) => lockRoom(tx, ctx, roomId),
    async (tx, _, { room, key, owner, patientId }) => {
      const refusal = whyNotUseRoom(room);
      if (refusal) throw new Refused(refusal);
      const secrets = openSecrets(ctx, roomId, room);
      if (!secrets) throw new Refused("room-damaged");

      // A member's look at the group's room stands in the member's own history.
      const looking = ctx.kind === "patient" && patientId ? { patient: patientId } : {};
      await recordEvent(tx, ctx, { name: "room.opened", ...aboutOwner(owner), ...looking, roomId });
      const passcodeIn = passcodePlace(secrets);
      return { ...secrets, passcodeIn, number: spokenNumber(key), hasWaitingRoom: room.hasWaitingRoom };
    },
  );
}
