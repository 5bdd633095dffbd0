import type { StaffContext } from "@/lib/context";
import { readPractice } from "@/lib/in-practice";
import { languages } from "@/lib/languages";
import { getPractice } from "@/lib/practices/queries";
import { mustMay } from "@/lib/practices/roles";
import { listClaims, stateOfClaim } from "@/lib/safeguards/claims";
import { checkDraft } from "./draft-checks";
import type { DraftContent } from "./draft-content";
import { getDraft, listReviews, staffName } from "./draft-queries";
import { parseDisclosureMarkdown, plainTextOf } from "./markdown";
import { getDisclosure } from "./queries";
import { richTextOf } from "./rich-text";

/** The draft as it is stored, with what its editor needs. */
export async function draftPage(ctx: StaffContext, disclosureId: string) {
  mustMay(ctx, "publish-disclosures");
  return readPractice(ctx, async (tx, now) => {
    const { timeZone } = await getPractice(tx, ctx);
    const claims = await listClaims(tx, ctx, now);
    const disclosure = await getDisclosure(tx, ctx, disclosureId);
    const draft = await getDraft(tx, ctx, disclosureId);
    const reviews = await listReviews(tx, ctx, disclosureId);
    const { content, revision, savedAt } = draft;
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
      checks: eachLanguage((language) => checkDraft(disclosure.kind, content, language, reviews, claims)),
      /** What may be put into the text by reference. */
      claims: claims.filter(({ droppedAt }) => !droppedAt).map(({ key }) => stateOfClaim(claims, key)),
    };
  });
}

/** What is worth a look in this content, which was just saved. */
export async function draftChecks(ctx: StaffContext, disclosureId: string, content: DraftContent) {
  mustMay(ctx, "publish-disclosures");
  return readPractice(ctx, async (tx, now) => {
    const { timeZone } = await getPractice(tx, ctx);
    const claims = await listClaims(tx, ctx, now);
    const { kind } = await getDisclosure(tx, ctx, disclosureId);
    const reviews = await listReviews(tx, ctx, disclosureId);
    const checks = eachLanguage((language) => checkDraft(kind, content, language, reviews, claims));
    return { timeZone, checks };
  });
}

function eachLanguage<T>(make: (language: (typeof languages)[number]) => T) {
  const [en, es] = languages;
  return { en: make(en), es: make(es) };
}
