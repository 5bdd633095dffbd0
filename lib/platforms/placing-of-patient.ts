import type { StaffContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { listStaff } from "@/lib/practices/queries";
import { whyNotMay } from "@/lib/roles";
import { platformsToChoose } from "./platforms-to-choose";
import { listPlacements, listPlatforms } from "./queries";
import { whereTheyMeet } from "./where-they-meet";

/** How one patient meets, what was said of them alone, and on what they could be put. */
export async function placingOfPatient(tx: Tx, ctx: StaffContext, patientId: string, now: Date) {
  const platforms = await listPlatforms(tx, ctx);
  if (platforms.length === 0) return null;
  const named = new Map(platforms.map((one) => [one.id, one]));
  const staff = new Map((await listStaff(tx, ctx)).map(({ id, name }) => [id, name]));
  const placed = (await listPlacements(tx, ctx, [patientId]))
    .filter((one) => one.patientId === patientId)
    .toSorted((a, b) => b.placedAt.getTime() - a.placedAt.getTime() || (a.id < b.id ? 1 : -1));
  return {
    meets: (await whereTheyMeet(tx, ctx, [patientId], now))(patientId),
    isLater: placed.some(({ since, platformId }) => platformId && since > now),
    history: placed.map(({ id, platformId, since, until, placedAt, byStaff }) => {
      const platform = platformId ? (named.get(platformId) ?? null) : null;
      const by = byStaff === null ? null : (staff.get(byStaff) ?? null);
      return { id, platform, since, until: until && new Date(until.getTime() - 1), placedAt, by };
    }),
    choices: await platformsToChoose(tx, ctx, platforms, now),
    mayPlace: whyNotMay(ctx, "place-patients") === null,
  };
}
