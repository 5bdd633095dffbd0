import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { groupEndings, groups } from "@/db/schema";
import { recordEvent } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { NotFound, Refused } from "@/lib/errors";
import { inPractice, type Tx } from "@/lib/in-practice";
import { mustMay, reach } from "@/lib/roles";
import type { PlaceGroupInput } from "./placing-input";
import type { PlaceRefusal } from "./placing-rules";
import { planPlacement } from "./plan-placement";
import { writePlacement } from "./write-placement";

/** Puts a couple, family or therapy group on another platform than the practice's, or back on that. */
export async function placeGroup(ctx: StaffContext, input: PlaceGroupInput) {
  mustMay(ctx, "place-patients");
  return inPractice(
    ctx,
    (tx) => lockGroupsToPlace(tx, ctx, [input.groupId]),
    async (tx, now, [group]) => {
      if (!group || group.hasEnded) throw new Refused<PlaceRefusal>("group-ended");
      const placed = await planPlacement(tx, ctx, { groupId: group.id }, input, now);

      const { id: placementId } = await writePlacement(tx, ctx, placed, now);
      const { platformId } = placed;
      const about = { groupId: group.id, placementId, ...(platformId && { platformId }) };
      await recordEvent(tx, ctx, { name: "group.placed", ...about });
      return { placementId };
    },
  );
}

/**
 * These groups, all or NotFound: who places only their own patients places the groups they treat. Groups are written
 * once and cannot be locked as rows, so their ids are.
 */
export async function lockGroupsToPlace(tx: Tx, ctx: StaffContext, groupIds: readonly string[]) {
  const ids = [...new Set(groupIds)];
  if (ids.length === 0) return [];
  for (const id of ids.toSorted())
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`group ${id}`}, 0))`);
  const isOwn = reach(ctx.roles, "place-patients") === "own";
  const found = await tx
    .select({ id: groups.id, name: groups.name })
    .from(groups)
    .where(
      and(
        eq(groups.practiceId, ctx.practiceId),
        inArray(groups.id, ids),
        isOwn ? eq(groups.treatingStaffId, ctx.staffId) : undefined,
      ),
    )
    .orderBy(asc(groups.id));
  if (found.length < ids.length) throw new NotFound();
  const ended = await tx
    .select({ groupId: groupEndings.groupId })
    .from(groupEndings)
    .where(and(eq(groupEndings.practiceId, ctx.practiceId), inArray(groupEndings.groupId, ids)));
  const over = new Set(ended.map(({ groupId }) => groupId));
  return found.map((group) => ({ ...group, hasEnded: over.has(group.id) }));
}
