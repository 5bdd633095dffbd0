import { and, eq, inArray } from "drizzle-orm";
import { patients } from "@/db/schema";
import type { Context } from "@/lib/context";
import { today } from "@/lib/dates";
import type { Tx } from "@/lib/in-practice";
import { getPractice } from "@/lib/practices/queries";
import { nextChange, platformChanges } from "./platform-changes";
import type { NamedPlatform } from "./platform-name";
import { type DefaultFacts, type PlacementFacts, platformOfRecord } from "./platform-of-record";
import { listDefaults, listPlacements, listPlatforms } from "./queries";
import { takenBackBy } from "./taken-back";
import { type ToAgree, toAgree } from "./way-to-agree";

export type MetOn = NamedPlatform & { id: string };
export type Meeting = {
  platform: MetOn;
  /** Not before they were a patient here. */
  since: Date;
  /** Agreed with them alone; otherwise it is what the practice meets on. */
  isOwn: boolean;
  /** The last moment of a trial. */
  trialUntil: Date | null;
  /** What it will be, and from when; what only ends a trial is said by the trial. */
  next: { platform: MetOn; at: Date } | null;
  /** They took back what meeting there rests on: nobody counts on it, and another way is to be agreed. */
  toAgree: ToAgree | null;
};
export type MeetingOf = (patientId: string) => Meeting | null;

/** How each of these patients meets, with the names to say it; null: everybody. Null of anybody else, and of whom nothing was ever said. */
export async function whereTheyMeet(
  tx: Tx,
  ctx: Context,
  patientIds: readonly string[] | null,
  now: Date,
): Promise<MeetingOf> {
  const named = await namedPlatforms(tx, ctx);
  if (named.size === 0) return () => null;
  const defaults = await listDefaults(tx, ctx);
  const rows = await listPlacements(tx, ctx, patientIds);
  const placedOf = Map.groupBy(rows, ({ patientId }) => patientId ?? "");
  const common = meetingAt([], defaults, named, now);
  const addedAt = await whenAdded(tx, ctx, patientIds);
  const takenBack = await takenBackBy(tx, ctx, patientIds);
  const day = today(now, (await getPractice(tx, ctx)).timeZone);
  return (patientId) => {
    const placed = placedOf.get(patientId) ?? [];
    const meeting = placed.length > 0 ? meetingAt(placed, defaults, named, now) : common;
    const added = addedAt.get(patientId);
    if (!meeting || !added) return null;
    return {
      ...meeting,
      since: added > meeting.since ? added : meeting.since,
      toAgree: toAgree(meeting.platform, { takenBack: takenBack(patientId), placements: placed }, now, day),
    };
  };
}

async function whenAdded(tx: Tx, ctx: Context, patientIds: readonly string[] | null) {
  const { id, addedAt } = patients;
  const rows = await tx
    .select({ id, addedAt })
    .from(patients)
    .where(
      and(eq(patients.practiceId, ctx.practiceId), patientIds ? inArray(id, [...patientIds]) : undefined),
    );
  return new Map(rows.map((row) => [row.id, row.addedAt]));
}

/** Every platform the practice ever listed, by its id. */
export async function namedPlatforms(tx: Tx, ctx: Context): Promise<ReadonlyMap<string, MetOn>> {
  const listed = await listPlatforms(tx, ctx);
  return new Map(listed.map(({ id, kind, name }) => [id, { id, kind, name }]));
}

function meetingAt(
  placed: readonly PlacementFacts[],
  defaults: readonly DefaultFacts[],
  named: ReadonlyMap<string, MetOn>,
  now: Date,
): Omit<Meeting, "toAgree"> | null {
  const record = platformOfRecord(placed, defaults, now);
  const platform = named.get(record?.platformId ?? "");
  if (!record || !platform) return null;
  const { since, isOwn, trialUntil } = record;
  const change = nextChange(platformChanges(placed, defaults), now);
  const coming = named.get(change?.record?.platformId ?? "");
  const endsTrial = change?.at.getTime() === trialUntil?.getTime();
  return {
    platform,
    since,
    isOwn,
    trialUntil: trialUntil && new Date(trialUntil.getTime() - 1),
    next: change && coming && !endsTrial ? { platform: coming, at: change.at } : null,
  };
}
