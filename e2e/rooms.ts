import { randomInt } from "node:crypto";
import { v7 as uuid } from "uuid";
import { platformDefaults, platforms } from "@/db/schema";
import { makeGroup } from "@/lib/groups/make-group";
import { inPractice } from "@/lib/in-practice";
import { listDefaults, listPlatforms } from "@/lib/platforms/queries";
import { assignRoom } from "@/lib/rooms/assign-room";
import type { Owner } from "@/lib/rooms/rules";
import type { StoryPractice } from "./practices";

/** The video service everybody there meets on, listed when nobody has listed one yet. */
export async function videoOf({ staff }: StoryPractice): Promise<{ id: string; name: string }> {
  const ctx = staff.owner;
  const { practiceId } = ctx;
  return inPractice(ctx, async (tx, now) => {
    const listed = async () => (await listPlatforms(tx, ctx)).find(({ kind }) => kind === "video");
    if (!(await listed()))
      await tx
        .insert(platforms)
        .values({ practiceId, id: uuid(), kind: "video", name: "Zoom", addedAt: now })
        .onConflictDoNothing();
    const video = await listed();
    if (!video) throw new Error("No video service is listed");
    const set = { id: uuid(), platformId: video.id, effectiveFrom: now, setAt: now };
    if ((await listDefaults(tx, ctx)).length === 0)
      await tx.insert(platformDefaults).values({ practiceId, ...set });
    return { id: video.id, name: video.name };
  });
}

/** A meeting nobody has yet. */
export function newNumber(): string {
  return String(randomInt(10 ** 10, 2 ** 47)).slice(0, 11);
}

/** A room of theirs where everybody meets. */
export async function roomOf(practice: StoryPractice, owner: Owner): Promise<string> {
  const { id: platformId } = await videoOf(practice);
  const room = { owner, platformId, meeting: newNumber(), passcode: "482915" };
  const given = { ...room, waitingRoom: "yes", replaces: undefined } as const;
  return (await assignRoom(practice.staff.owner, given)).roomId;
}

/** A therapy group that this patient is the first to join. */
export async function groupOf({ staff }: StoryPractice, patientId: string): Promise<string> {
  const { groupId } = await makeGroup(staff.owner, {
    kind: "therapy-group",
    name: "Thursday group",
    treatingStaffId: staff.therapist.staffId,
    patientIds: [patientId],
    joinedOn: "2026-01-12",
  });
  return groupId;
}
