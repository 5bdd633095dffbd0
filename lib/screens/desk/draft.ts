import type { StaffContext } from "@/lib/context";
import type { DisclosureKind } from "@/lib/disclosures/kinds";
import { latestVersion } from "@/lib/disclosures/latest-version";
import { getDisclosure } from "@/lib/disclosures/queries";
import { checkDraft } from "@/lib/drafts/draft-checks";
import type { DraftContent } from "@/lib/drafts/draft-content";
import { languagesFollowing } from "@/lib/drafts/following-english";
import { contentBefore, getDraft, listKept, listReviews, staffName } from "@/lib/drafts/queries";
import { readPage, type Tx } from "@/lib/in-practice";
import { languages } from "@/lib/languages";
import { parseDisclosureMarkdown, plainTextOf } from "@/lib/markdown/markdown";
import { richTextOf } from "@/lib/markdown/rich-text";
import { getPractice } from "@/lib/practices/queries";
import { mustMay } from "@/lib/roles";
import { listClaims, stateOfClaim } from "@/lib/safeguards/claims";

/** The draft as it is stored, with what its editor needs. */
export async function draftPage(ctx: StaffContext, disclosureId: string) {
  mustMay(ctx, "publish-disclosures");
  return readPage(ctx, async (tx, now) => {
    const { timeZone } = await getPractice(tx, ctx);
    const claims = await listClaims(tx, ctx, now);
    const disclosure = await getDisclosure(tx, ctx, disclosureId);
    const draft = await getDraft(tx, ctx, disclosureId);
    const reviews = await listReviews(tx, ctx, disclosureId);
    const { content, revision, savedAt } = draft;
    const following = await readFollowing(tx, ctx, disclosure, content);
    return {
      timeZone,
      kind: disclosure.kind,
      nextNumber: (disclosure.versions.at(-1)?.number ?? 0) + 1,
      revision,
      content,
      savedAt,
      savedBy: { staffId: draft.savedBy, name: await staffName(tx, ctx, draft.savedBy) },
      docs: eachLanguage((language) => richTextOf(content.texts[language]?.body ?? "")),
      plain: eachLanguage((language) =>
        plainTextOf(parseDisclosureMarkdown(content.texts[language]?.body ?? "")),
      ),
      checks: eachLanguage((language) =>
        checkDraft(disclosure.kind, content, language, reviews, claims, following),
      ),
      /** What may be put into the text by reference. */
      claims: claims.filter(({ droppedAt }) => !droppedAt).map(({ key }) => stateOfClaim(claims, key)),
    };
  });
}

/** What is worth a look in this content, which was just saved. */
export async function draftChecks(ctx: StaffContext, disclosureId: string, content: DraftContent) {
  mustMay(ctx, "publish-disclosures");
  return readPage(ctx, async (tx, now) => {
    const { timeZone } = await getPractice(tx, ctx);
    const claims = await listClaims(tx, ctx, now);
    const { id, kind } = await getDisclosure(tx, ctx, disclosureId);
    const reviews = await listReviews(tx, ctx, disclosureId);
    const following = await readFollowing(tx, ctx, { id, kind }, content);
    const checks = eachLanguage((language) =>
      checkDraft(kind, content, language, reviews, claims, following),
    );
    return { timeZone, checks };
  });
}

async function readFollowing(
  tx: Tx,
  ctx: StaffContext,
  { id, kind }: { id: string; kind: DisclosureKind },
  content: DraftContent,
) {
  const before = await contentBefore(tx, ctx, kind, await latestVersion(tx, ctx, id));
  return languagesFollowing(content, before, await listKept(tx, ctx, id));
}

function eachLanguage<T>(make: (language: (typeof languages)[number]) => T) {
  const [en, es] = languages;
  return { en: make(en), es: make(es) };
}
