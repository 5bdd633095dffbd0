import { and, asc, eq, exists, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { on } from "@/db/on";
import { type Group, groupEndings, groupMembers, groups, patients, staffMembers } from "@/db/schema";
import type { Context } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import type { Tx } from "@/lib/in-practice";
import { type Ability, reach } from "@/lib/roles";

export type GroupMember = typeof groupMembers.$inferSelect & { legalName: string };
export type ListedGroup = Group & {
  treatingName: string;
  endedAt: Date | null;
  /** Everybody who ever belonged, in the order they joined; who came back stands twice. */
  members: GroupMember[];
};

/** The groups the caller reaches: staff by who treats them, a patient by belonging to them now. */
function reachable(tx: Tx, ctx: Context, ability: Ability): SQL | undefined {
  const inThisPractice = eq(groups.practiceId, ctx.practiceId);
  if (ctx.kind === "system") return inThisPractice;
  if (ctx.kind === "patient")
    return and(inThisPractice, isNull(groupEndings.id), exists(belonging(tx, ctx.patientIds)));
  switch (reach(ctx.roles, ability)) {
    case "all":
      return inThisPractice;
    case "own":
      return and(inThisPractice, eq(groups.treatingStaffId, ctx.staffId));
    case "none":
      return sql`false`;
  }
}

function belonging(tx: Tx, patientIds: readonly string[]) {
  return tx
    .select({ one: sql`1` })
    .from(groupMembers)
    .where(
      and(
        on(groups, groupMembers.groupId),
        isNull(groupMembers.leftOn),
        inArray(groupMembers.patientId, [...patientIds]),
      ),
    );
}

type Asked = { ids?: readonly string[]; ability?: Ability };

/** The groups the caller reaches, by name, those that ended too. */
export async function listGroups(tx: Tx, ctx: Context, asked: Asked = {}): Promise<ListedGroup[]> {
  const { ids, ability = "see-patients" } = asked;
  const rows = await tx
    .select({ group: groups, treatingName: staffMembers.name, endedAt: groupEndings.endedAt })
    .from(groups)
    .innerJoin(staffMembers, on(staffMembers, groups.treatingStaffId))
    .leftJoin(groupEndings, on(groups, groupEndings.groupId))
    .where(and(reachable(tx, ctx, ability), ids ? inArray(groups.id, [...ids]) : undefined))
    .orderBy(asc(groups.name), asc(groups.id));
  const members = await tx
    .select({ member: groupMembers, legalName: patients.legalName })
    .from(groupMembers)
    .innerJoin(patients, on(patients, groupMembers.patientId))
    .where(
      and(
        eq(groupMembers.practiceId, ctx.practiceId),
        inArray(
          groupMembers.groupId,
          rows.map(({ group }) => group.id),
        ),
        // Who else belongs to it is not a patient's to read.
        ctx.kind === "patient" ? inArray(groupMembers.patientId, ctx.patientIds) : undefined,
      ),
    )
    .orderBy(asc(groupMembers.joinedOn), asc(groupMembers.joinedNotedAt), asc(groupMembers.id));
  const byGroup = Map.groupBy(members, ({ member }) => member.groupId);
  return rows.map(({ group, treatingName, endedAt }) => ({
    ...group,
    treatingName,
    endedAt,
    members: (byGroup.get(group.id) ?? []).map(({ member, legalName }) => ({ ...member, legalName })),
  }));
}

/** One group the caller reaches; a foreign, missing or unreachable one is not found. */
export async function getGroup(
  tx: Tx,
  ctx: Context,
  groupId: string,
  ability?: Ability,
): Promise<ListedGroup> {
  const [group] = await listGroups(tx, ctx, { ids: [groupId], ...(ability && { ability }) });
  if (!group) throw new NotFound();
  return group;
}

/** Groups are written once and cannot be locked as rows, so whoever decides over one holds this instead. */
export async function lockGroup(
  tx: Tx,
  ctx: Context,
  groupId: string,
  ability?: Ability,
): Promise<ListedGroup> {
  await getGroup(tx, ctx, groupId, ability);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`group ${groupId}`}, 0))`);
  return getGroup(tx, ctx, groupId, ability);
}

/** The groups each of these patients belongs or belonged to, with their dates; as far as the caller reaches them. */
export async function listGroupsOf(tx: Tx, ctx: Context, patientIds: readonly string[], ability?: Ability) {
  const own = new Set(patientIds);
  const all = await listGroups(tx, ctx, ability ? { ability } : {});
  return all.flatMap((group) =>
    group.members
      .filter(({ patientId }) => own.has(patientId))
      .map((membership) => ({ group, membership, isCurrent: !membership.leftOn && !group.endedAt })),
  );
}
