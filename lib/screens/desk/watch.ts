import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { disclosureTitles, listDisclosures } from "@/lib/disclosures/queries";
import { readPage } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { getPractice } from "@/lib/practices/queries";
import { whyNotMay } from "@/lib/roles";
import { listWatchEntries } from "@/lib/watch/queries";
import { watchStep } from "@/lib/watch/rules";

export const watchFilters = ["all", "open", "concluded"] as const;
export type WatchFilter = (typeof watchFilters)[number];

/** Everything noted about changes outside, and the texts one may be tied to. */
export async function watchPage(ctx: StaffContext, filter: WatchFilter, language: Language) {
  return readPage(ctx, async (tx, now) => {
    const { timeZone } = await getPractice(tx, ctx);
    const titles = await disclosureTitles(tx, ctx, language);
    const published = (await listDisclosures(tx, ctx)).filter(({ versions }) => versions.length > 0);
    const disclosures = published.map((disclosure) => ({
      ...disclosure,
      title: titles.get(disclosure.id) ?? disclosure.key,
    }));
    const all = (await listWatchEntries(tx, ctx)).map((entry) => ({
      ...entry,
      texts: disclosures
        .filter(({ id }) => entry.disclosureIds.includes(id))
        .map(({ id, title, versions, retiredAt }) => {
          const step = watchStep(entry, versions.map(publishing));
          return { id, title, isToWrite: step === "write" && !retiredAt };
        }),
    }));
    const isOpen = ({ conclusion }: { conclusion: unknown }) => conclusion === null;
    const kept = { all, open: all.filter(isOpen), concluded: all.filter((entry) => !isOpen(entry)) };
    return {
      timeZone,
      today: today(now, timeZone),
      entries: kept[filter],
      counts: watchFilters.map((key) => ({ key, count: kept[key].length })),
      texts: disclosures.filter(({ retiredAt }) => !retiredAt).map(({ id, title }) => ({ id, title })),
      mayWatch: whyNotMay(ctx, "watch") === null,
      mayWrite: whyNotMay(ctx, "publish-disclosures") === null,
    };
  });
}

const publishing = ({ publishedAt }: { publishedAt: Date }) => publishedAt;
