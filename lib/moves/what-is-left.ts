import type { StaffContext } from "@/lib/context";
import { listTextsInForce, textsSayingOtherwise } from "@/lib/disclosures/platform-texts";
import type { Tx } from "@/lib/in-practice";
import { nextChange, platformChanges } from "@/lib/platforms/platform-changes";
import { practiceDefault } from "@/lib/platforms/platform-of-record";
import { listDefaults } from "@/lib/platforms/queries";
import { type MeetingOf, type MetOn, namedPlatforms } from "@/lib/platforms/where-they-meet";
import { reach, whyNotMay } from "@/lib/roles";
import { listOpenRooms } from "@/lib/rooms/open-rooms";
import { lacksRoom } from "@/lib/rooms/rules";
import { listWithoutRoom } from "./without-room";

export type WhatIsLeft = {
  platform: MetOn;
  /** When the practice moves there; null once it has. */
  movesAt: Date | null;
  /** Whom one may give a room and who has none there, in a practice that gives rooms at all. */
  rooms: number;
  /** The texts that say otherwise, for who may write them. */
  texts: string[];
};

type Without = (platform: MetOn) => Promise<readonly { treatingStaffId: string }[]>;

/** What a move of the practice leaves to do for this person; null where it never moved, or nothing is left. */
export async function whatIsLeft(
  tx: Tx,
  ctx: StaffContext,
  now: Date,
  listWithout: Without = (platform) => listWithoutRoom(tx, ctx, platform, now),
): Promise<WhatIsLeft | null> {
  const defaults = await listDefaults(tx, ctx);
  if (defaults.length < 2) return null;
  const named = await namedPlatforms(tx, ctx);
  const movesAt = nextChange(platformChanges([], defaults), now)?.at ?? null;
  const at = movesAt ?? now;
  const platform = named.get(practiceDefault(defaults, at)?.platformId ?? "");
  if (!platform || defaults.every(({ platformId }) => platformId === platform.id)) return null;
  const managed = reach(ctx.roles, "manage-rooms");
  const givesRooms = platform.kind === "video" && (await listOpenRooms(tx, ctx)).length > 0;
  const without = givesRooms ? await listWithout(platform) : [];
  const own = without.filter(
    ({ treatingStaffId }) => managed === "all" || (managed === "own" && treatingStaffId === ctx.staffId),
  );
  const mayWrite = whyNotMay(ctx, "publish-disclosures") === null;
  const texts = mayWrite
    ? textsSayingOtherwise(await listTextsInForce(tx, ctx, now), defaults, named, at)
    : [];
  if (own.length === 0 && texts.length === 0) return null;
  return { platform, movesAt, rooms: own.length, texts: texts.map(({ disclosureId }) => disclosureId) };
}

/** Of patients whose way to meet is known already, who meets there, or will, and lacks a room. */
export async function patientsWithoutRoom<Patient extends { id: string }>(
  tx: Tx,
  ctx: StaffContext,
  platform: MetOn,
  people: readonly Patient[],
  meeting: MeetingOf,
): Promise<Patient[]> {
  const open = (await listOpenRooms(tx, ctx)).filter(({ platformId }) => platformId === platform.id);
  const withRoom = new Set(open.map(({ patientId }) => patientId));
  return people.filter(({ id }) => {
    const meets = meeting(id);
    // What only ends a trial is said by the trial: then they meet where the practice does.
    const isThere = [meets?.platform.id, meets?.next?.platform.id].includes(platform.id);
    if (!meets || !(isThere || meets.trialUntil)) return false;
    return lacksRoom(platform, withRoom.has(id), new Map(meets.toAgree ? [[id, meets.toAgree]] : []));
  });
}
