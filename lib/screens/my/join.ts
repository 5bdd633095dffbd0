import type { PatientContext } from "@/lib/context";
import { listGroupsOf } from "@/lib/groups/queries";
import { readPage } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { getPatients } from "@/lib/patients/queries";
import type { ToAgree } from "@/lib/platforms/way-to-agree";
import { getPractice, listStaff } from "@/lib/practices/queries";
import { type OwnerRooms, ownerRooms } from "@/lib/rooms/owner-rooms";
import { nextSessions } from "@/lib/wishes/next-sessions";

export type WayToMeet = {
  /** Null: alone with their therapist. */
  groupName: string | null;
  platform: { kind: "video" | "phone" | "in-person"; name: string } | null;
  /** They took back what meeting there rests on. */
  toAgree: ToAgree | null;
  roomId: string | null;
  hasWaitingRoom: boolean;
};

/** Each way a person meets now: their own, and each group they belong to, with the room there is and nothing that lets in. */
export async function joinPage(ctx: PatientContext, language: Language) {
  return readPage(ctx, async (tx, now) => {
    const { name, phone, timeZone, crisisLine } = await getPractice(tx, ctx);
    const patients = await getPatients(tx, ctx, ctx.patientIds);
    const belongs = (await listGroupsOf(tx, ctx, ctx.patientIds)).filter(({ isCurrent }) => isCurrent);
    const staff = new Map((await listStaff(tx, ctx)).map((one) => [one.id, one.name]));
    const owners = [
      ...patients.map(({ id }) => ({ patientId: id })),
      ...belongs.map(({ group }) => ({ groupId: group.id })),
    ];
    const next = await nextSessions(tx, ctx, ctx.patientIds);
    const roomsOf = await ownerRooms(tx, ctx, owners, language, now);
    return {
      practice: { name, phone, timeZone, crisisLine },
      people: patients.map(({ id, calledName, mailboxOf, phone: own, treatingStaffId }) => ({
        id,
        calledName,
        isReader: mailboxOf === "patient",
        phone: own,
        next: next(id),
        therapist: staff.get(treatingStaffId) ?? name,
        ways: [
          way(id, null, roomsOf({ patientId: id })),
          ...belongs
            .filter(({ membership }) => membership.patientId === id)
            .map(({ group }) => way(id, group.name, roomsOf({ groupId: group.id }))),
        ],
      })),
    };
  });
}

function way(patientId: string, groupName: string | null, rooms: OwnerRooms): WayToMeet {
  const { ofRecord, platforms, toAgree } = rooms;
  const open = platforms.find(({ isOfRecord }) => isOfRecord)?.open;
  return {
    groupName,
    platform: ofRecord && { kind: ofRecord.kind, name: ofRecord.name },
    toAgree: toAgree.get(patientId) ?? null,
    roomId: open?.id ?? null,
    hasWaitingRoom: open?.hasWaitingRoom ?? false,
  };
}
