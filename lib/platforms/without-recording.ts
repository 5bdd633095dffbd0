import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { platformChanges, type Span, spansWithoutRecording } from "./platform-changes";
import { listDefaults, listPlacements, listPlatforms } from "./queries";
import { canRecord } from "./rules";

const never: readonly Span[] = [];

/** When each of these patients meets where nothing can be recorded; null: of everybody. A group's meetings do not count. */
export async function withoutRecording(
  tx: Tx,
  ctx: Context,
  patientIds: readonly string[] | null,
): Promise<(patientId: string) => readonly Span[]> {
  const cannotSince = await recordNothingSince(tx, ctx);
  // Most practices meet where recording is possible: nothing else is asked then.
  if (cannotSince.size === 0) return () => never;
  const defaults = await listDefaults(tx, ctx);
  const rows = await listPlacements(tx, ctx, patientIds);
  const common = spansWithoutRecording(platformChanges([], defaults), cannotSince);
  const own = new Map(
    [...Map.groupBy(rows, ({ patientId }) => patientId ?? "")].map(([patientId, placed]) => {
      return [patientId, spansWithoutRecording(platformChanges(placed, defaults), cannotSince)];
    }),
  );
  return (patientId) => own.get(patientId) ?? common;
}

/** The platforms of which it is known now that nothing can be recorded, each with since when without a break. */
export async function recordNothingSince(tx: Tx, ctx: Context): Promise<ReadonlyMap<string, Date>> {
  const since = new Map<string, Date>();
  for (const fact of (await listPlatforms(tx, ctx)).flatMap(({ noted }) => noted)) {
    if (fact.key !== "recording") continue;
    if (canRecord({ facts: new Map([["recording", fact]]) })) since.delete(fact.platformId);
    else if (!since.has(fact.platformId)) since.set(fact.platformId, fact.notedAt);
  }
  return since;
}
