import type { StaffContext } from "@/lib/context";
import { listDrafts } from "@/lib/drafts/queries";
import { readPage } from "@/lib/in-practice";
import { mustMay, whyNotMay } from "@/lib/roles";

/** The drafts there are, for whoever may write them; null for everybody else. */
export async function draftsPage(ctx: StaffContext) {
  if (whyNotMay(ctx, "publish-disclosures")) return null;
  return readPage(ctx, async (tx) => {
    const drafts = await listDrafts(tx, ctx);
    return new Map(drafts.map(({ disclosureId, ...draft }) => [disclosureId, draft]));
  });
}

/** For a page that shows nothing but the beginning of a text. */
export async function mayWrite(ctx: StaffContext): Promise<void> {
  mustMay(ctx, "publish-disclosures");
}
