import { and, desc, eq } from "drizzle-orm";
import { on } from "@/db/on";
import { campaignStops, campaigns, staffMembers, versions } from "@/db/schema";
import { listAskedMoments } from "@/lib/campaigns/asked-moments";
import { type HolderState, holderStates, isToCall } from "@/lib/campaigns/holder-state";
import { listCampaignHolders } from "@/lib/campaigns/holders";
import { campaignProgress } from "@/lib/campaigns/progress";
import { countHolders } from "@/lib/campaigns/queries";
import { whyNotStopCampaign } from "@/lib/campaigns/rules";
import type { StaffContext } from "@/lib/context";
import { disclosureTitles, getDisclosure } from "@/lib/disclosures/queries";
import { listSayAloudWords } from "@/lib/drafts/say-aloud-words";
import { NotFound } from "@/lib/errors";
import { readPage, type Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { textMatcher } from "@/lib/patients/fold-text";
import { getPractice } from "@/lib/practices/queries";
import { mustMay, whyNotMay } from "@/lib/roles";

export const campaignFilters = ["all", ...holderStates] as const;
export type CampaignParams = {
  /** The text the campaign is about; without one, the latest there is. */
  versionId: string | null;
  filter: (typeof campaignFilters)[number];
  search: string;
  page: number;
};

const rowsOnPage = 50;

/** How far asking again about one text has come: each person, and how many stand where. */
export async function campaignPage(
  ctx: StaffContext,
  disclosureId: string,
  params: CampaignParams,
  language: Language,
) {
  mustMay(ctx, "see-patients");
  return readPage(ctx, async (tx, now) => {
    await getDisclosure(tx, ctx, disclosureId);
    const all = await listCampaigns(tx, ctx, disclosureId);
    const campaign = all.find(({ versionId }) => versionId === params.versionId) ?? all[0];
    if (!campaign) throw new NotFound();
    const { timeZone } = await getPractice(tx, ctx);
    const titles = await disclosureTitles(tx, ctx, language);
    const holders = await listCampaignHolders(tx, ctx, campaign, now);
    const counted = await countHolders(tx, ctx, campaign.id);
    const said = await listSayAloudWords(tx, ctx, [campaign.versionId]);

    const isFound = textMatcher(params.search);
    const searched = holders.filter(({ legalName, calledName, phone }) =>
      isFound(`${legalName} ${calledName}`, phone),
    );
    const countOf = (state: HolderState) => searched.filter((one) => one.state === state).length;
    const matching = searched.filter(({ state }) => params.filter === "all" || state === params.filter);
    const pages = Math.max(1, Math.ceil(matching.length / rowsOnPage));
    const page = Math.min(params.page, pages);
    const moves = holders.some(({ state }) => state === "to-ask" || state === "leaving");
    return {
      campaign,
      others: all.filter(({ id }) => id !== campaign.id),
      timeZone,
      now,
      title: titles.get(disclosureId) ?? "",
      counts: new Map<string, number>([
        ["all", searched.length],
        ...holderStates.map((one) => [one, countOf(one)] as const),
      ]),
      progress: counted,
      /** How it went from day to day, of everybody this person may see. */
      days: campaignProgress(await listAskedMoments(tx, ctx, campaign.id), timeZone, now),
      /** The worker is about to change what is shown here. */
      isMoving: moves && campaign.stoppedAt === null && campaign.leavesAt <= now,
      mayStop:
        whyNotMay(ctx, "publish-disclosures") === null &&
        whyNotStopCampaign({ ...campaign, ...counted }) === null,
      calls: holders.filter(({ state }) => isToCall(state)),
      sayAloud: new Map(said.map(({ language, ...text }) => [language, text])),
      matches: matching.length,
      total: holders.length,
      page,
      pages,
      rows: matching.slice((page - 1) * rowsOnPage, page * rowsOnPage),
    };
  });
}

/** The campaigns of a disclosure, that about the latest text first. */
async function listCampaigns(tx: Tx, ctx: StaffContext, disclosureId: string) {
  const { id, versionId, leavesAt, begunAt } = campaigns;
  const { number, effectiveFrom } = versions;
  return tx
    .select({
      id,
      versionId,
      leavesAt,
      begunAt,
      number,
      effectiveFrom,
      begunByName: staffMembers.name,
      stoppedAt: campaignStops.stoppedAt,
    })
    .from(campaigns)
    .innerJoin(versions, on(versions, versionId))
    .innerJoin(staffMembers, on(staffMembers, campaigns.begunBy))
    .leftJoin(campaignStops, on(campaigns, campaignStops.campaignId))
    .where(and(eq(campaigns.practiceId, ctx.practiceId), eq(campaigns.disclosureId, disclosureId)))
    .orderBy(desc(number));
}
