import type { StaffContext } from "@/lib/context";
import { versionTitles } from "@/lib/disclosures/queries";
import { documentTitle, listDocuments } from "@/lib/documents/queries";
import { readPage } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { finder } from "@/lib/patients/folded";
import { getPractice } from "@/lib/practices/queries";
import { mustMay } from "@/lib/roles";

const rowsOnPage = 50;

/** The sealed documents this person may open, newest first. */
export async function documentsPage(
  ctx: StaffContext,
  asked: { search: string; page: number },
  language: Language,
) {
  mustMay(ctx, "open-documents");
  return readPage(ctx, async (tx) => {
    const { timeZone } = await getPractice(tx, ctx);
    const all = await listDocuments(tx, ctx, { most: 100_000 });
    const titles = await versionTitles(
      tx,
      ctx,
      all.flatMap(({ versionId }) => versionId ?? []),
      language,
    );
    const isFound = finder(asked.search);
    const matching = all
      .map((one) => ({ ...one, title: documentTitle(one, titles) }))
      .filter(({ legalName, title }) => isFound(`${legalName} ${title}`));
    const pages = Math.max(1, Math.ceil(matching.length / rowsOnPage));
    const page = Math.min(Math.max(1, asked.page), pages);
    const rows = matching.slice((page - 1) * rowsOnPage, page * rowsOnPage);
    return { timeZone, rows, matches: matching.length, total: all.length, page, pages };
  });
}
