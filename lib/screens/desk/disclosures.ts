import { campaignsOf } from "@/lib/campaigns/running-campaigns";
import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import {
  type DisclosureWithVersions,
  disclosureTitles,
  getDisclosure,
  listDisclosures,
  listShownVersions,
  listVersions,
} from "@/lib/disclosures/queries";
import { currentVersion, usualTexts } from "@/lib/disclosures/rules";
import { listUsualTexts } from "@/lib/disclosures/usual-texts";
import { claimNotes, claimWarnings } from "@/lib/drafts/claims";
import { readPage, type Tx } from "@/lib/in-practice";
import { type Language, languages } from "@/lib/languages";
import { getPractice, listStaff } from "@/lib/practices/queries";
import { type HeldState, listHeldStates } from "@/lib/publishing/holders";
import { whyNotMay } from "@/lib/roles";
import { type BoardShares, sharesOf } from "./board-parts";
import { type BoardCounts, countNeeds, needsOf } from "./board-rows";
import { boardPeople } from "./cached-board";

/** Every disclosure with its version in force and how many patients stand where. */
export async function disclosuresPage(ctx: StaffContext, language: Language) {
  return readPage(ctx, async (tx, now) => {
    const { timeZone } = await getPractice(tx, ctx);
    const titles = await disclosureTitles(tx, ctx, language);
    const disclosures = await listDisclosures(tx, ctx);
    const counts = await countsOf(tx, ctx, disclosures, now, today(now, timeZone));
    const warnings = await claimWarnings(tx, ctx, now);
    const rows = disclosures.map((disclosure) => ({
      id: disclosure.id,
      kind: disclosure.kind,
      title: titles.get(disclosure.id) ?? disclosure.key,
      retiredAt: disclosure.retiredAt,
      current: currentVersion(disclosure.versions, now),
      versions: disclosure.versions.length,
      ...(counts.get(disclosure.id) ?? nobody),
      claims: warnings.get(disclosure.id) ?? [],
    }));
    return { timeZone, rows, usual: await usualOf(tx, ctx, disclosures, titles, now) };
  });
}

/** What a new patient is usually asked about, and what could be. */
async function usualOf(
  tx: Tx,
  ctx: StaffContext,
  disclosures: readonly DisclosureWithVersions[],
  titles: ReadonlyMap<string, string>,
  now: Date,
) {
  const titled = <D extends { id: string; key: string }>(one: D) => ({
    ...one,
    title: titles.get(one.id) ?? one.key,
  });
  const { asked, fallenOut } = usualTexts(disclosures, await listUsualTexts(tx, ctx), now);
  const givenOut = disclosures.filter(
    ({ retiredAt, versions }) => !retiredAt && currentVersion(versions, now),
  );
  return {
    asked: asked.map(titled),
    fallenOut: fallenOut.map(titled),
    offered: givenOut.map(titled).map(({ id, title }) => ({ id, title })),
    mayChoose: whyNotMay(ctx, "publish-disclosures") === null,
  };
}

export type DisclosurePage = Awaited<ReturnType<typeof disclosurePage>>;

/** One disclosure: every published version in each language it has, newest first, with who published it. */
export async function disclosurePage(ctx: StaffContext, disclosureId: string, language: Language) {
  return readPage(ctx, async (tx, now) => {
    const { timeZone } = await getPractice(tx, ctx);
    const disclosure = await getDisclosure(tx, ctx, disclosureId);
    const ids = disclosure.versions.map(({ id }) => id);
    const shown = await Promise.all(languages.map((one) => listShownVersions(tx, ctx, ids, one)));
    const people = new Map((await listStaff(tx, ctx)).map(({ id, name }) => [id, name]));
    const campaigns = await campaignsOf(tx, ctx, disclosureId);
    const versions = (await listVersions(tx, ctx, disclosureId)).map((version) => ({
      ...version,
      campaign: campaigns.get(version.id) ?? null,
      publishedByName: people.get(version.publishedBy ?? "") ?? null,
      texts: languages.flatMap((language, index) => {
        const inLanguage = shown[index]?.find(({ id }) => id === version.id);
        return inLanguage?.language === language ? [inLanguage] : [];
      }),
    }));
    const titles = await disclosureTitles(tx, ctx, language);
    const counts = await countsOf(tx, ctx, [disclosure], now, today(now, timeZone));
    const warnings = await claimWarnings(tx, ctx, now);
    const bodies = versions.flatMap(({ texts }) => texts.map(({ body }) => body));
    return {
      timeZone,
      kind: disclosure.kind,
      audience: disclosure.audience,
      retiredAt: disclosure.retiredAt,
      mayPublish: whyNotMay(ctx, "publish-disclosures") === null,
      /** Questions that retiring would take back. */
      open: disclosure.retiredAt ? 0 : countOpen(await listHeldStates(tx, ctx, disclosure, now)),
      title: titles.get(disclosureId) ?? disclosure.key,
      currentId: currentVersion(disclosure.versions, now)?.id ?? null,
      ...(counts.get(disclosureId) ?? nobody),
      /** Claims it repeats that somebody has to look at, and how each stands in its words. */
      warnings: warnings.get(disclosureId) ?? [],
      claims: await claimNotes(tx, ctx, bodies, null, now),
      versions,
    };
  });
}

/** What is not in force is not on the board. */
const nobody = { counts: null, shares: null };

function countOpen(held: readonly HeldState[]): number {
  return held.filter(({ state }) => state.question).length;
}

/** How many patients each filter of the board holds, about each disclosure in force; others are not on the board. */
async function countsOf(
  tx: Tx,
  ctx: StaffContext,
  disclosures: readonly DisclosureWithVersions[],
  now: Date,
  day: string,
): Promise<Map<string, { counts: BoardCounts; shares: BoardShares }>> {
  const { published, people } = await boardPeople(tx, ctx, now);
  const wanted = new Set(disclosures.map(({ id }) => id));
  return new Map(
    published.flatMap(({ id }, index) => {
      if (!wanted.has(id)) return [];
      const needs = people.map(({ patient, cells }) => needsOf(patient, cells.slice(index, index + 1), day));
      return [[id, { counts: countNeeds(needs), shares: sharesOf(people, index) }] as const];
    }),
  );
}
