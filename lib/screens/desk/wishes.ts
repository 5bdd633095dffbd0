import type { StaffContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { readPage } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { getPractice } from "@/lib/practices/queries";
import { mustMay } from "@/lib/roles";
import { listShownWishes } from "@/lib/wishes/list-wishes";
import type { WishState } from "@/lib/wishes/rules";

export const wishFilters = ["all", "waiting", "talking", "to-read", "trials", "done"] as const;
export type WishFilter = (typeof wishFilters)[number];

/** Every wish of patients whom one may see, by what it waits for; the newest first. */
export async function wishesPage(ctx: StaffContext, filter: WishFilter, language: Language) {
  mustMay(ctx, "see-patients");
  return readPage(ctx, async (tx, now) => {
    const wishes = await listShownWishes(tx, ctx, now, language);
    const { timeZone } = await getPractice(tx, ctx);
    const kept = (which: WishFilter) =>
      wishes.filter(({ state }) => which === "all" || filterOf(state) === which);
    return {
      timeZone,
      day: today(now, timeZone),
      wishes: kept(filter),
      total: wishes.length,
      counts: wishFilters.map((key) => ({ key, count: kept(key).length })),
    };
  });
}

function filterOf(state: WishState): WishFilter {
  switch (state) {
    case "waiting":
      return "waiting";
    case "talking":
    case "thinking":
      return "talking";
    case "agreed":
      return "to-read";
    case "in-trial":
    case "trial-over":
      return "trials";
    default:
      return "done";
  }
}
