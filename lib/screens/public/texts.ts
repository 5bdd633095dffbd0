import { practiceBySlug } from "@/lib/auth/practice-slugs";
import { type SystemContext, systemContext } from "@/lib/context";
import { listDisclosures, listShownVersions, type ShownVersion } from "@/lib/disclosures/queries";
import { currentVersion } from "@/lib/disclosures/rules";
import { claimNotes } from "@/lib/drafts/claims";
import { readPage, type Tx } from "@/lib/in-practice";
import { type Language, languages } from "@/lib/languages";
import { getPractice } from "@/lib/practices/queries";
import { whyNotSlug } from "@/lib/practices/rules";

/** What anybody may read of a practice that wishes it; null for every other, and where there is no practice. */
export async function publicTextsPage(slug: string, language: Language) {
  const practice = whyNotSlug(slug) === null ? await practiceBySlug(slug) : null;
  if (!practice) return null;
  const ctx = systemContext(practice.practiceId, "web");
  return readPage(ctx, async (tx, now) => {
    const { name, timeZone, publishesTexts } = await getPractice(tx, ctx);
    if (!publishesTexts) return null;
    const given = (await listDisclosures(tx, ctx)).filter(({ retiredAt }) => !retiredAt);
    const texts = await Promise.all(
      given.map(async ({ id, versions }) => {
        const current = currentVersion(versions, now);
        const begun = versions.filter(({ number }) => current && number <= current.number);
        const ids = begun.map((version) => version.id);
        const shown = await inOneLanguageEach(tx, ctx, ids, language);
        return { id, versions: shown.toSorted((a, b) => b.number - a.number) };
      }),
    );
    const bodies = texts.flatMap(({ versions }) => versions.slice(0, 1).map(({ body }) => body));
    return {
      name,
      timeZone,
      texts: texts.filter(({ versions }) => versions.length > 0),
      /** Of the texts in force; what an earlier one said is not looked at any more. */
      claims: await claimNotes(tx, ctx, bodies, null, now),
    };
  });
}

/** Each version in the reader's language or, where it was published without, in the other one. */
async function inOneLanguageEach(tx: Tx, ctx: SystemContext, ids: string[], language: Language) {
  const order = [language, ...languages.filter((one) => one !== language)];
  const shown = await Promise.all(order.map((one) => listShownVersions(tx, ctx, ids, one)));
  return ids.flatMap((id): ShownVersion[] => {
    const text = shown.flat().find((one) => one.id === id);
    return text ? [text] : [];
  });
}
