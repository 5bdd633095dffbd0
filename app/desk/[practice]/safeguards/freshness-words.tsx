import { getLocale, getTranslations } from "next-intl/server";
import { shownDay } from "@/app/desk/_kit/day";
import type { Account } from "@/lib/safeguards/claims";
import { isFresh } from "@/lib/safeguards/rules";

/** Where a claim stands for one account, in words; what needs a look stands out. */
export async function FreshnessWords({ account }: { account: Account }) {
  const { name, freshness } = account;
  const t = await getTranslations("safeguards.standing");
  const language = await getLocale();
  const day = (one: string | null) => (one ? shownDay(one, language) : "");
  const { checkedOn, freshUntil, since } = freshness;
  const words = t(freshness.word, { checked: day(checkedOn), until: day(freshUntil), since: day(since) });
  return (
    <>
      {name}: {isFresh(freshness) ? words : <strong>{words}</strong>}
    </>
  );
}
