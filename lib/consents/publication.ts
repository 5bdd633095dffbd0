import { and, eq } from "drizzle-orm";
import { drafts } from "@/db/schema";
import type { StaffContext } from "@/lib/context";
import { type DraftContent, draftContent } from "@/lib/disclosures/draft-content";
import type { PublishDraftInput } from "@/lib/disclosures/input";
import { nextVersion } from "@/lib/disclosures/next-version";
import { publishProblems } from "@/lib/disclosures/publish-problems";
import { getDisclosure, latestVersion } from "@/lib/disclosures/queries";
import { listReviews } from "@/lib/disclosures/translations";
import { Refused } from "@/lib/errors";
import type { Tx } from "@/lib/in-practice";
import { getPractice } from "@/lib/practices/queries";
import { listStandings, liveHolders } from "./holders";

export type PublishingRefusal = "draft-changed" | "disclosure-retired";

export type SeenDraft = { id: string; revision: number; content: DraftContent };

export async function findDraft(tx: Tx, ctx: StaffContext, disclosureId: string): Promise<SeenDraft | null> {
  const [row] = await tx
    .select({ id: drafts.id, revision: drafts.revision, content: drafts.content })
    .from(drafts)
    .where(and(eq(drafts.practiceId, ctx.practiceId), eq(drafts.disclosureId, disclosureId)));
  return row ? { ...row, content: draftContent.parse(row.content) } : null;
}

/** What publishing this draft with these choices means now: the version, what stands in its way, who is asked again. */
export async function readPublication(tx: Tx, ctx: StaffContext, choices: PublishDraftInput, now: Date) {
  const disclosure = await getDisclosure(tx, ctx, choices.disclosureId);
  if (disclosure.retiredAt) throw new Refused<PublishingRefusal>("disclosure-retired");
  const draft = await findDraft(tx, ctx, disclosure.id);
  if (!draft || draft.revision !== choices.revision) throw new Refused<PublishingRefusal>("draft-changed");

  const practice = await getPractice(tx, ctx);
  const latest = await latestVersion(tx, ctx, disclosure.id);
  const reviews = await listReviews(tx, ctx, disclosure.id);
  const { content } = draft;
  const { timeZone } = practice;
  const next = nextVersion(content, choices, { now, timeZone, latest });
  const reviewed = reviews.map(({ textSha256 }) => textSha256);
  const facts = { kind: disclosure.kind, latest, reviewed, content, choices, next, now, timeZone };
  const standings = latest ? await listStandings(tx, ctx, disclosure, now) : [];
  const asksAgain = latest !== null && next.change === "material";
  return {
    ...{ disclosure, practice, latest, draft, next, standings },
    problems: publishProblems(facts),
    holders: asksAgain ? liveHolders(standings) : [],
  };
}
