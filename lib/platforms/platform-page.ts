import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { readPractice } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { getPractice } from "@/lib/practices/queries";
import { whyNotMay } from "@/lib/practices/roles";
import { factKeysOf } from "./facts";
import { listFacts, listLeavings, listTroubles } from "./history";
import { platformName } from "./naming";
import { practiceDefault } from "./of-record";
import { platformUse } from "./platform-use";
import { getPlatform, listDefaults } from "./queries";
import { ageOf, agreementOf, conflictsOf, whyNotLeavePlatform, whyNotPlaceOn } from "./rules";

/** One platform: each fact with what was noted before, its troubles, and when and why it was left. */
export async function platformPage(ctx: StaffContext, platformId: string, language: Language) {
  return readPractice(ctx, async (tx, now) => {
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
