import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { readPage, type Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { factKeysOf } from "@/lib/platforms/facts";
import { listLeavings, listTroubles } from "@/lib/platforms/history";
import { platformName } from "@/lib/platforms/platform-name";
import { practiceDefault } from "@/lib/platforms/platform-of-record";
import { listOwners } from "@/lib/platforms/platform-use";
import { type ListedPlatform, listDefaults, listPlatforms, platformsOfRecord } from "@/lib/platforms/queries";
import { ageOf, agreementOf, conflictsOf, needsALook } from "@/lib/platforms/rules";
import { starterKeys, starters } from "@/lib/platforms/starters";
import { getPractice } from "@/lib/practices/queries";
import { whyNotMay } from "@/lib/roles";

export const platformFilters = ["in-use", "needs-a-look", "left"] as const;
export type PlatformFilter = (typeof platformFilters)[number];

const troubleDays = 90;

/** How the practice holds its appointments, and what about it wants to be looked at. */
export async function platformsPage(ctx: StaffContext, filter: PlatformFilter, language: Language) {
  return readPage(ctx, async (tx, now) => {
    const practice = await getPractice(tx, ctx);
    const day = today(now, practice.timeZone);
    const listed = await listPlatforms(tx, ctx);
    const common = practiceDefault(await listDefaults(tx, ctx), now);
    const countOn = await counted(tx, ctx, now);
    const since = new Date(now.getTime() - troubleDays * 86_400_000);
    const troubles = Map.groupBy(await listTroubles(tx, ctx, { since }), ({ platformId }) => platformId);
    const leavings = Map.groupBy(await listLeavings(tx, ctx), ({ platformId }) => platformId);
    const all = listed.map((platform) => ({
      id: platform.id,
      kind: platform.kind,
      name: platformName(platform, language),
      isDefault: common?.platformId === platform.id,
      people: countOn(platform.id),
      agreement: agreementOf(platform.facts, day),
      conflicts: conflictsOf(platform.facts),
      ...countFacts(platform, day),
      troubles: troubles.get(platform.id)?.length ?? 0,
      leftAt: platform.leftAt,
      leavings: leavings.get(platform.id) ?? [],
      needsALook: !platform.leftAt && needsALook(platform, practice, day),
    }));
    const kept = {
      "in-use": all.filter(({ leftAt }) => !leftAt),
      "needs-a-look": all.filter((one) => one.needsALook),
      left: all.filter(({ leftAt }) => leftAt),
    };
    const names = new Set(listed.map(({ name }) => name.toLowerCase()));
    return {
      timeZone: practice.timeZone,
      requiresVendorAgreement: practice.requiresVendorAgreement,
      platforms: kept[filter],
      total: all.length,
      counts: platformFilters.map((key) => ({ key, count: kept[key].length })),
      mayManage: whyNotMay(ctx, "manage-platforms") === null,
      /** What is known and not listed yet. */
      starters: starterKeys.filter((key) => !names.has(starters[key].name.toLowerCase())),
      kinds: (["phone", "in-person"] as const).filter((kind) => !listed.some((one) => one.kind === kind)),
    };
  });
}

async function counted(tx: Tx, ctx: StaffContext, now: Date) {
  const ofRecord = await platformsOfRecord(tx, ctx, null, now);
  const owners = await listOwners(tx, ctx);
  const onIt = owners.map(({ of, owner }) => ({ of, platformId: ofRecord(owner)?.platformId }));
  return (platformId: string) => {
    const there = onIt.filter((one) => one.platformId === platformId);
    const patients = there.filter(({ of }) => of === "patient").length;
    return { patients, groups: there.length - patients };
  };
}

function countFacts({ kind, facts }: ListedPlatform, day: string) {
  const known = [...facts.values()];
  const isUnknown = (key: ReturnType<typeof factKeysOf>[number]) =>
    (facts.get(key)?.value ?? "unknown") === "unknown";
  return {
    old: known.filter((fact) => ageOf(fact, day) !== null).length,
    unknown: kind === "video" ? factKeysOf(kind).filter(isUnknown).length : 0,
  };
}
