import type { StaffContext } from "@/lib/context";
import { disclosureTitles, getDisclosure, listShownVersions } from "@/lib/disclosures/queries";
import { readPage } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { compareTexts } from "@/lib/markdown/compare-texts";
import { getPractice } from "@/lib/practices/queries";

export type CompareParams = { from: number | null; to: number | null; language: Language };

/** Two published versions beside each other; without a choice, the newest and the one before it. */
export async function comparePage(
  ctx: StaffContext,
  disclosureId: string,
  params: CompareParams,
  reader: Language,
) {
  return readPage(ctx, async (tx) => {
    const { timeZone } = await getPractice(tx, ctx);
    const { versions, key } = await getDisclosure(tx, ctx, disclosureId);
    const numbered = (number: number | null) => versions.find((version) => version.number === number);
    const to = numbered(params.to) ?? versions.at(-1);
    const from = numbered(params.from) ?? versions.findLast(({ number }) => number < (to?.number ?? 0)) ?? to;
    const inOrder = [from, to].toSorted((a, b) => (a?.number ?? 0) - (b?.number ?? 0));
    const ids = inOrder.flatMap((version) => version?.id ?? []);
    const shown = await listShownVersions(tx, ctx, ids, params.language);
    const [earlier, later] = inOrder.map((version) => shown.find(({ id }) => id === version?.id));
    return {
      timeZone,
      title: (await disclosureTitles(tx, ctx, reader)).get(disclosureId) ?? key,
      versions,
      from,
      to,
      isAltered: shown.some(({ textSha256, foundSha256 }) => textSha256 !== foundSha256),
      compared: earlier && later ? compareTexts(earlier, later) : null,
    };
  });
}
