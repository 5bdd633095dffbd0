import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { listPeopleToJoin } from "@/lib/groups/people-to-join";
import { type ListedGroup, listGroups } from "@/lib/groups/queries";
import { readPage, type Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { textMatcher } from "@/lib/patients/fold-text";
import { getPractice, listStaff } from "@/lib/practices/queries";
import { reach, whyNotMay } from "@/lib/roles";
import { ownerRooms } from "@/lib/rooms/owner-rooms";

export const groupFilters = ["current", "ended", "all"] as const;
export type GroupFilter = (typeof groupFilters)[number];
export type GroupsParams = { search: string; show: GroupFilter };

/** The groups this person reaches, how many each filter holds, and what is needed to make another. */
export async function groupsPage(ctx: StaffContext, { search, show }: GroupsParams, language: Language) {
  return readPage(ctx, async (tx, now) => {
    const { timeZone } = await getPractice(tx, ctx);
    const isFound = textMatcher(search);
    const matching = (await listGroups(tx, ctx)).filter(({ name, members }) =>
      isFound([name, ...members.map(({ legalName }) => legalName)].join(" ")),
    );
    const kept = {
      current: matching.filter(({ endedAt }) => !endedAt),
      ended: matching.filter(({ endedAt }) => endedAt),
      all: matching,
    };
    const groups = kept[show];
    const owners = groups.map(({ id }) => ({ groupId: id }));
    const roomsOf = await ownerRooms(tx, ctx, owners, language, now);
    return {
      timeZone,
      groups: groups.map((group) => ({ ...shown(group), rooms: roomsOf({ groupId: group.id }) })),
      counts: groupFilters.map((key) => ({ key, count: kept[key].length })),
      form: whyNotMay(ctx, "manage-groups") ? null : await newGroup(tx, ctx, today(now, timeZone)),
    };
  });
}

/** Whoever belongs to it now; of a group that ended, whoever did to the end. */
function shown({ members, ...group }: ListedGroup) {
  return { ...group, names: members.filter(({ leftOn }) => !leftOn).map(({ legalName }) => legalName) };
}

async function newGroup(tx: Tx, ctx: StaffContext, day: string) {
  const isOnlyOwn = reach(ctx.roles, "manage-groups") === "own";
  const therapists = (await listStaff(tx, ctx)).filter(
    ({ id, roles }) => roles.includes("therapist") && (!isOnlyOwn || id === ctx.staffId),
  );
  const chosen =
    therapists.find(({ id }) => id === ctx.staffId) ?? (therapists.length === 1 ? therapists[0] : null);
  return {
    day,
    people: await listPeopleToJoin(tx, ctx),
    therapists: therapists.map(({ id, name }) => ({ id, name })),
    treatingStaffId: chosen?.id ?? "",
  };
}

export type GroupForm = Awaited<ReturnType<typeof newGroup>>;
