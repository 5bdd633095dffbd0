import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { disclosureTitles } from "@/lib/disclosures/queries";
import { claimsInTexts } from "@/lib/drafts/claims";
import { NotFound } from "@/lib/errors";
import { readPage, type Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { platformName } from "@/lib/platforms/platform-name";
import { listPlatforms } from "@/lib/platforms/queries";
import { getPractice } from "@/lib/practices/queries";
import { whyNotMay } from "@/lib/roles";
import { type Claim, listClaims } from "@/lib/safeguards/claims";
import { listAttestations } from "@/lib/safeguards/queries";
import { checkNote } from "@/lib/safeguards/sealed-note";
import { starterKeys, starterOf, starters } from "@/lib/safeguards/starters";

export const safeguardFilters = ["all", "look", "dropped"] as const;
export type SafeguardFilter = (typeof safeguardFilters)[number];

/** Everything the practice claims about how it protects appointments, and where each claim stands for whom. */
export async function safeguardsPage(ctx: StaffContext, filter: SafeguardFilter, language: Language) {
  return readPage(ctx, async (tx, now) => {
    const told = await tellerOf(tx, ctx, language, now);
    const all = (await listClaims(tx, ctx, now)).map(told.tell);
    const live = all.filter(({ droppedAt }) => !droppedAt);
    const kept = {
      all: live,
      look: live.filter(({ accounts }) => accounts.some(({ freshness }) => freshness.word !== "fresh")),
      dropped: all.filter(({ droppedAt }) => droppedAt),
    };
    const left = starterKeys.filter((key) => !all.some((claim) => claim.key === key));
    return {
      claims: kept[filter],
      counts: safeguardFilters.map((key) => ({ key, count: kept[key].length })),
      starters: left.map((key) => ({ key, words: starters[key].claim[language] })),
      services: told.services,
      mayManage: whyNotMay(ctx, "manage-safeguards") === null,
      mayAttest: whyNotMay(ctx, "attest-safeguards") === null,
    };
  });
}

export type ToldClaim = Awaited<ReturnType<typeof safeguardsPage>>["claims"][number];

/** One claim with every look at it; what was noted is there for whoever may read it. */
export async function safeguardPage(ctx: StaffContext, safeguardId: string, language: Language) {
  return readPage(ctx, async (tx, now) => {
    const { tell } = await tellerOf(tx, ctx, language, now);
    const found = (await listClaims(tx, ctx, now)).find(({ id }) => id === safeguardId);
    if (!found) throw new NotFound();
    const { timeZone } = await getPractice(tx, ctx);
    const mayRead = whyNotMay(ctx, "read-attestations") === null;
    const history = (await listAttestations(tx, ctx, safeguardId)).map((one) => {
      const { sealedNote, ...look } = one;
      return {
        ...look,
        note: mayRead ? checkNote.open(ctx, one.id, sealedNote) : null,
        hasNote: sealedNote !== null,
      };
    });
    return {
      timeZone,
      day: today(now, timeZone),
      claim: tell(found),
      both: { claim: found.claim, intent: found.intent },
      where: starterOf(found.key),
      history,
      mayRead,
      mayManage: whyNotMay(ctx, "manage-safeguards") === null,
      mayAttest: whyNotMay(ctx, "attest-safeguards") === null,
      oneselfId: ctx.staffId,
    };
  });
}

async function tellerOf(tx: Tx, ctx: StaffContext, language: Language, now: Date) {
  const platforms = await listPlatforms(tx, ctx);
  const titles = await disclosureTitles(tx, ctx, language);
  const inTexts = await claimsInTexts(tx, ctx, now);
  const tell = (claim: Claim) => {
    const platform = platforms.find(({ id }) => id === claim.platformId);
    return {
      ...claim,
      words: claim.claim[language],
      platform: platform ? platformName(platform, language) : null,
      texts: [...inTexts]
        .filter(([, keys]) => keys.has(claim.key))
        .map(([id]) => ({ id, title: titles.get(id) ?? "" })),
    };
  };
  const services = platforms
    .filter(({ kind, leftAt }) => kind === "video" && !leftAt)
    .map((platform) => ({ id: platform.id, name: platformName(platform, language) }));
  return { tell, services };
}
