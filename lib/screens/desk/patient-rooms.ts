import type { StaffContext } from "@/lib/context";
import { listGroupsOf } from "@/lib/groups/queries";
import type { Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { getPractice } from "@/lib/practices/queries";
import { whyNotMay } from "@/lib/roles";
import { ownerRooms } from "@/lib/rooms/owner-rooms";
import { getOwner } from "@/lib/rooms/queries";

/** The rooms of one patient, and the groups they belong or belonged to, as far as the caller reaches them. */
export async function patientRooms(
  tx: Tx,
  ctx: StaffContext,
  patientId: string,
  language: Language,
  now: Date,
) {
  const { timeZone } = await getPractice(tx, ctx);
  const { isArchived } = await getOwner(tx, ctx, { patientId });
  const belongs = await listGroupsOf(tx, ctx, [patientId]);
  const roomsOf = await ownerRooms(
    tx,
    ctx,
    [{ patientId }, ...belongs.map(({ group }) => ({ groupId: group.id }))],
    language,
    now,
  );
  return {
    timeZone,
    rooms: roomsOf({ patientId }),
    groups: belongs.map(({ group, membership, isCurrent }) => ({
      id: group.id,
      name: group.name,
      kind: group.kind,
      endedAt: group.endedAt,
      isCurrent,
      joinedOn: membership.joinedOn,
      leftOn: membership.leftOn,
      rooms: roomsOf({ groupId: group.id }),
    })),
    mayManage: whyNotMay(ctx, "manage-rooms") === null && !isArchived,
  };
}

export type PatientRoomsData = Awaited<ReturnType<typeof patientRooms>>;
