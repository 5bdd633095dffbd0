import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { readPage } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { factKeysOf } from "@/lib/platforms/facts";
import { listFacts, listLeavings, listTroubles } from "@/lib/platforms/history";
import { platformName } from "@/lib/platforms/platform-name";
import { practiceDefault } from "@/lib/platforms/platform-of-record";
import { platformUse } from "@/lib/platforms/platform-use";
import { getPlatform, listDefaults } from "@/lib/platforms/queries";
import { ageOf, agreementOf, conflictsOf, whyNotLeavePlatform, whyNotPlaceOn } from "@/lib/platforms/rules";
import { getPractice } from "@/lib/practices/queries";
import { whyNotMay } from "@/lib/roles";

/** One platform: each fact with what was noted before, its troubles, and when and why it was left. */
export async function platformPage(ctx: StaffContext, platformId: string, language: Language) {
  return readPage(ctx, async (tx, now) => {
    const practice = await getPractice(tx, ctx);
    const day = today(now, practice.timeZone);
    const platform = await getPlatform(tx, ctx, platformId);
    const noted = Map.groupBy(await listFacts(tx, ctx, platformId), ({ key }) => key);
    const use = await platformUse(tx, ctx, platformId, now);
    const common = practiceDefault(await listDefaults(tx, ctx), now);
    return {
      timeZone: practice.timeZone,
      day,
      id: platform.id,
      kind: platform.kind,
      leftAt: platform.leftAt,
      name: platformName(platform, language),
      isDefault: common?.platformId === platform.id,
      owners: use.owners,
      agreement: agreementOf(platform.facts, day),
      conflicts: conflictsOf(platform.facts),
      whyNotPlace: whyNotPlaceOn(platform, practice, day),
      whyNotLeave: whyNotLeavePlatform(platform, use),
      facts: factKeysOf(platform.kind).map((key) => {
        const [current = null, ...earlier] = noted.get(key) ?? [];
        return { key, current, earlier, age: current && ageOf(current, day) };
      }),
      leavings: (await listLeavings(tx, ctx)).filter((one) => one.platformId === platformId),
      troubles: await listTroubles(tx, ctx, { platformId }),
      mayManage: whyNotMay(ctx, "manage-platforms") === null,
    };
  });
}

export type PlatformPageData = Awaited<ReturnType<typeof platformPage>>;
