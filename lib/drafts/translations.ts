import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { on } from "@/db/on";
import { translationReviews, versions, versionTexts } from "@/db/schema";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { type Language, languages } from "@/lib/languages";

/** The texts nobody who knows the language has read: all without a review except one, the one that was written. */
export function unreadTranslations(
  published: readonly Language[],
  hasReview: (language: Language) => boolean,
): Language[] {
  const unread = languages.filter((language) => published.includes(language) && !hasReview(language));
  return unread.slice(1);
}

/** Whether what is shown is a translation that somebody here published before a person had read it. */
export async function isUnreadTranslation(
  tx: Tx,
  ctx: Context,
  shown: { id: string; language: Language },
): Promise<boolean> {
  const unread = await tx
    .select({ language: versionTexts.language })
    .from(versionTexts)
    .innerJoin(versions, on(versions, versionTexts.versionId))
    .leftJoin(
      translationReviews,
      and(
        eq(translationReviews.practiceId, versions.practiceId),
        eq(translationReviews.disclosureId, versions.disclosureId),
        eq(translationReviews.language, versionTexts.language),
        eq(translationReviews.textSha256, versionTexts.textSha256),
      ),
    )
    .where(
      and(
        eq(versionTexts.practiceId, ctx.practiceId),
        eq(versionTexts.versionId, shown.id),
        isNotNull(versions.publishedBy),
        isNull(translationReviews.id),
      ),
    );
  const without = unread.map(({ language }) => language);
  return unreadTranslations(without, () => false).includes(shown.language);
}
