import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { listPeopleToJoin, listReached } from "@/lib/groups/people-to-join";
import { getGroup } from "@/lib/groups/queries";
import { readPage } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { platformsToChoose } from "@/lib/platforms/platforms-to-choose";
import { listPlatforms } from "@/lib/platforms/queries";
import { getPractice } from "@/lib/practices/queries";
import { whyNotMay } from "@/lib/roles";
import { ownerRooms } from "@/lib/rooms/owner-rooms";

/** One group: who belongs to it and belonged, how it meets, and its rooms. */
export async function groupPage(ctx: StaffContext, groupId: string, language: Language) {
  return readPage(ctx, async (tx, now) => {
    const { timeZone } = await getPractice(tx, ctx);
    const group = await getGroup(tx, ctx, groupId);
    const roomsOf = await ownerRooms(tx, ctx, [{ groupId }], language, now);
    const mayManage = whyNotMay(ctx, "manage-groups") === null && !group.endedAt;
    const mayPlace = whyNotMay(ctx, "place-patients") === null && !group.endedAt;
    const belong = new Set(group.members.filter(({ leftOn }) => !leftOn).map(({ patientId }) => patientId));
    const people = mayManage ? await listPeopleToJoin(tx, ctx) : [];
    const memberIds = group.members.map(({ patientId }) => patientId);
    const reached = await listReached(tx, ctx, memberIds);
    return {
      timeZone,
      day: today(now, timeZone),
      group: {
        ...group,
        members: group.members.map((one) => ({
          ...one,
          /** Whose page this person can open. */
          isReached: reached.has(one.patientId),
        })),
      },
      rooms: roomsOf({ groupId }),
      choices: mayPlace ? await platformsToChoose(tx, ctx, await listPlatforms(tx, ctx), now) : [],
      mayPlace,
      people: people.filter(({ id }) => !belong.has(id)),
      mayManage,
      mayManageRooms: whyNotMay(ctx, "manage-rooms") === null && !group.endedAt,
    };
  });
}

export type GroupPageData = Awaited<ReturnType<typeof groupPage>>;
