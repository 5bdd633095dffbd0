import { and, asc, eq, inArray, isNotNull, isNull, or } from "drizzle-orm";
import { on } from "@/db/on";
import { rowsOf } from "@/db/rows-of";
import {
  type Platform,
  placements,
  platformDefaults,
  platformFacts,
  platformLeavings,
  platforms,
} from "@/db/schema";
import type { Context } from "@/lib/context";
import { NotFound, Refused } from "@/lib/errors";
import type { Tx } from "@/lib/in-practice";
import { type DefaultFacts, type PlatformOfRecord, platformOfRecord } from "./platform-of-record";

export type PlatformFact = typeof platformFacts.$inferSelect;
export type ChoiceRefusal = "platform-unknown";
export type ListedPlatform = Platform & {
  /** The practice uses it no longer since then. */
  leftAt: Date | null;
  /** What is known, by key: the latest of each. */
  facts: ReadonlyMap<PlatformFact["key"], PlatformFact>;
  /** All that was ever noted, the latest last. */
  noted: readonly PlatformFact[];
};

/** Every platform of the practice with what is known about it, those left too, in the order they were added. */
export async function listPlatforms(tx: Tx, ctx: Context): Promise<ListedPlatform[]> {
  const { practiceId } = ctx;
  const rows = await tx
    .select({
      platform: platforms,
      leaving: platformLeavings,
      noted: rowsOf(
        platformFacts,
        on(platforms, platformFacts.platformId),
        platformFacts.notedAt,
        platformFacts.id,
      ),
    })
    .from(platforms)
    .leftJoin(platformLeavings, and(eq(platformLeavings.practiceId, platforms.practiceId), openLeavingOf()))
    .where(eq(platforms.practiceId, practiceId))
    .orderBy(asc(platforms.addedAt), asc(platforms.id));
  return rows.map(({ platform, leaving, noted }) => ({
    ...platform,
    leftAt: leaving?.leftAt ?? null,
    facts: new Map(noted.map((fact) => [fact.key, fact])),
    noted,
  }));
}

export async function getPlatform(tx: Tx, ctx: Context, platformId: string): Promise<ListedPlatform> {
  const found = (await listPlatforms(tx, ctx)).find(({ id }) => id === platformId);
  if (!found) throw new NotFound();
  return found;
}

/** One that was chosen from a list: what is not of this practice is no choice, which is said rather than not found. */
export async function getChosenPlatform(tx: Tx, ctx: Context, platformId: string): Promise<ListedPlatform> {
  const found = (await listPlatforms(tx, ctx)).find(({ id }) => id === platformId);
  if (!found) throw new Refused("platform-unknown" satisfies ChoiceRefusal);
  return found;
}

export async function listDefaults(tx: Tx, ctx: Context): Promise<DefaultFacts[]> {
  const { platformId, effectiveFrom, setAt } = platformDefaults;
  return tx
    .select({ platformId, effectiveFrom, setAt })
    .from(platformDefaults)
    .where(eq(platformDefaults.practiceId, ctx.practiceId))
    .orderBy(asc(setAt));
}

export type OfRecord = (owner: { patientId: string } | { groupId: string }) => PlatformOfRecord | null;

/** Asks for the platform of record of these patients and of every group; null: of everybody. */
export async function platformsOfRecord(
  tx: Tx,
  ctx: Context,
  patientIds: readonly string[] | null,
  now: Date,
): Promise<OfRecord> {
  const defaults = await listDefaults(tx, ctx);
  const placed = await placementsByOwner(tx, ctx, patientIds);
  return (owner) => platformOfRecord(placed(owner), defaults, now);
}

/** What was agreed with each of these patients and with every group; null: with everybody. */
export async function placementsByOwner(tx: Tx, ctx: Context, patientIds: readonly string[] | null) {
  const rows = await listPlacements(tx, ctx, patientIds);
  const byOwner = Map.groupBy(rows, ({ patientId, groupId }) => patientId ?? groupId ?? "");
  return (owner: { patientId: string } | { groupId: string }) =>
    byOwner.get("patientId" in owner ? owner.patientId : owner.groupId) ?? [];
}

/** What was agreed with these patients and with groups, each as often as it was; null: with everybody. */
export function listPlacements(tx: Tx, ctx: Context, patientIds: readonly string[] | null) {
  const { practiceId, groupId, patientId } = placements;
  return tx
    .select()
    .from(placements)
    .where(
      and(
        eq(practiceId, ctx.practiceId),
        patientIds ? or(isNotNull(groupId), inArray(patientId, [...patientIds])) : undefined,
      ),
    );
}

function openLeavingOf() {
  return and(eq(platformLeavings.platformId, platforms.id), isNull(platformLeavings.returnedAt));
}
