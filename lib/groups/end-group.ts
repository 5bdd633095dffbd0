import { and, eq, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { groupEndings, rooms } from "@/db/schema";
import { recordEvents } from "@/lib/audit/record-event";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import { inPractice } from "@/lib/in-practice";
import { mustMay } from "@/lib/roles";
import type { GroupIdInput } from "./input";
import { lockGroup } from "./queries";
import { whyNotEndGroup } from "./rules";

/** Ends a group and its open rooms. Who belonged to it, and from when until when, stays. */
export async function endGroup(ctx: StaffContext, { groupId }: GroupIdInput) {
  mustMay(ctx, "manage-groups");
  return inPractice(
    ctx,
    (tx) => lockGroup(tx, ctx, groupId, "manage-groups"),
    async (tx, now, group) => {
      const refusal = whyNotEndGroup(group);
      if (refusal) throw new Refused(refusal);

      const { practiceId, staffId } = ctx;
      const ended = { endedAt: now, endedBy: staffId };
      await tx.insert(groupEndings).values({ practiceId, id: uuid(), groupId, ...ended });
      const closed = await tx
        .update(rooms)
        .set(ended)
        .where(and(eq(rooms.practiceId, practiceId), eq(rooms.groupId, groupId), isNull(rooms.endedAt)))
        .returning({ id: rooms.id });
      await recordEvents(tx, ctx, [
        { name: "group.ended", groupId },
        ...closed.map(({ id }) => ({ name: "room.ended" as const, groupId, roomId: id })),
      ]);
    },
  );
}
