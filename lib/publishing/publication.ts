import type { StaffContext } from "@/lib/context";
import type { PublishDraftInput } from "@/lib/disclosures/input";
import { latestVersion } from "@/lib/disclosures/latest-version";
import { getDisclosure } from "@/lib/disclosures/queries";
import { sameLanguages } from "@/lib/disclosures/rules";
import { versionSha256 } from "@/lib/disclosures/write-version";
import { languagesFollowing } from "@/lib/drafts/following-english";
import { nextVersion } from "@/lib/drafts/next-version";
import { publishProblems } from "@/lib/drafts/publish-problems";
import { contentBefore, findDraft, listKept, listPapers, listReviews } from "@/lib/drafts/queries";
import { Refused } from "@/lib/errors";
import type { Tx } from "@/lib/in-practice";
import { practiceDefault } from "@/lib/platforms/platform-of-record";
import { listDefaults } from "@/lib/platforms/queries";
import { namedPlatforms } from "@/lib/platforms/where-they-meet";
import { getPractice } from "@/lib/practices/queries";
import { listClaims } from "@/lib/safeguards/claims";
import { listHeldStates, liveHolders } from "./holders";

export type PublishingRefusal = "draft-changed" | "disclosure-retired";

/** What publishing this draft with these choices means now: the version, what stands in its way, who is asked again. */
export async function readPublication(tx: Tx, ctx: StaffContext, choices: PublishDraftInput, now: Date) {
  const disclosure = await getDisclosure(tx, ctx, choices.disclosureId);
  if (disclosure.retiredAt) throw new Refused<PublishingRefusal>("disclosure-retired");
  const draft = await findDraft(tx, ctx, disclosure.id);
  if (!draft || draft.revision !== choices.revision) throw new Refused<PublishingRefusal>("draft-changed");

  const practice = await getPractice(tx, ctx);
  const latest = await latestVersion(tx, ctx, disclosure.id);
  const reviews = await listReviews(tx, ctx, disclosure.id);
  const papers = await listPapers(tx, ctx, draft.id);
  const { content } = draft;
  const { timeZone } = practice;
  const next = nextVersion(content, choices, { now, timeZone, latest });
  const reviewed = reviews.map(({ textSha256 }) => textSha256);
  const kept = await listKept(tx, ctx, disclosure.id);
  const before = await contentBefore(tx, ctx, disclosure.kind, latest);
  const following = languagesFollowing(content, before, kept);
  const claims = await listClaims(tx, ctx, now);
  const defaultPlatform = await defaultPlatformAt(tx, ctx, next.effectiveFrom);
  const said = { kind: disclosure.kind, latest, reviewed, content, choices, next, papers, following };
  const facts = { ...said, claims, defaultPlatform, now, timeZone };
  const held = latest ? await listHeldStates(tx, ctx, disclosure, now) : [];
  const sameIn = sameLanguages(latest, { ...next, texts: versionSha256(next) });
  return {
    disclosure,
    practice,
    latest,
    draft,
    next,
    held,
    sameIn,
    problems: publishProblems(facts),
    holders: latest ? liveHolders(held, { change: next.change, sameIn }) : [],
  };
}

async function defaultPlatformAt(tx: Tx, ctx: StaffContext, at: Date) {
  const common = practiceDefault(await listDefaults(tx, ctx), at);
  return (await namedPlatforms(tx, ctx)).get(common?.platformId ?? "") ?? null;
}
