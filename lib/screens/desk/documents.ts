import type { StaffContext } from "@/lib/context";
import { versionTitles } from "@/lib/disclosures/queries";
import { countDocuments, documentTitle, isAbout, listDocuments } from "@/lib/documents/queries";
import { readPage } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
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
    const titles = await versionTitles(tx, ctx, "all", language);
    const about = isAbout(asked.search, titles);
    const total = await countDocuments(tx, ctx);
    const matches = about ? await countDocuments(tx, ctx, about) : total;
    const pages = Math.max(1, Math.ceil(matches / rowsOnPage));
    const page = Math.min(Math.max(1, asked.page), pages);
    const found = await listDocuments(tx, ctx, { about, skip: (page - 1) * rowsOnPage, most: rowsOnPage });
    const rows = found.map((one) => ({ ...one, title: documentTitle(one, titles) }));
    return { timeZone, rows, matches, total, page, pages };
  });
}
