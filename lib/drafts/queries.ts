import { and, asc, eq, inArray } from "drizzle-orm";
import { on } from "@/db/on";
import {
  draftPreviews,
  drafts,
  items,
  itemTexts,
  keptTranslations,
  staffMembers,
  translationReviews,
  versionTexts,
} from "@/db/schema";
import type { Context } from "@/lib/context";
import type { DisclosureKind } from "@/lib/disclosures/kinds";
import { NotFound } from "@/lib/errors";
import type { Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { type DraftContent, draftContent } from "./draft-content";
import { draftOfVersion } from "./draft-of-version";
import type { KeptFact } from "./following-english";
import type { Paper } from "./paper-rules";
import { starterFor } from "./starters/starter-for";

export type Draft = {
  id: string;
  disclosureId: string;
  revision: number;
  content: DraftContent;
  savedAt: Date;
  savedBy: string;
};

export async function findDraft(tx: Tx, ctx: Context, disclosureId: string): Promise<Draft | null> {
  const [row] = await tx.select().from(drafts).where(ofDisclosure(ctx, disclosureId));
  return row ? { ...row, content: draftContent.parse(row.content) } : null;
}

export async function getDraft(tx: Tx, ctx: Context, disclosureId: string): Promise<Draft> {
  const draft = await findDraft(tx, ctx, disclosureId);
  if (!draft) throw new NotFound();
  return draft;
}

/** Saving, publishing and discarding one draft have an order. */
export async function lockDraft(tx: Tx, ctx: Context, disclosureId: string): Promise<Draft> {
  const [row] = await tx.select().from(drafts).where(ofDisclosure(ctx, disclosureId)).for("update");
  if (!row) throw new NotFound();
  return { ...row, content: draftContent.parse(row.content) };
}

/** Every draft of the practice, without what it holds but for its titles. */
export async function listDrafts(tx: Tx, ctx: Context) {
  const rows = await tx.select().from(drafts).where(eq(drafts.practiceId, ctx.practiceId));
  return rows.map(({ disclosureId, savedAt, content }) => {
    const { texts } = draftContent.parse(content);
    return { disclosureId, savedAt, titles: { en: texts.en?.title ?? "", es: texts.es?.title ?? "" } };
  });
}

/** What a published version says, as the beginning of the next one. */
export async function contentOfVersion(
  tx: Tx,
  ctx: Context,
  version: { id: string; answersLastMonths: number | null },
): Promise<DraftContent> {
  const { practiceId } = ctx;
  const texts = await tx
    .select()
    .from(versionTexts)
    .where(and(eq(versionTexts.practiceId, practiceId), eq(versionTexts.versionId, version.id)));
  const uses = await tx
    .select()
    .from(items)
    .where(and(eq(items.practiceId, practiceId), eq(items.versionId, version.id)))
    .orderBy(asc(items.position));
  const ids = uses.map(({ id }) => id);
  const words =
    ids.length === 0
      ? []
      : await tx
          .select()
          .from(itemTexts)
          .where(and(eq(itemTexts.practiceId, practiceId), inArray(itemTexts.itemId, ids)));
  return draftOfVersion(version.answersLastMonths, texts, uses, words);
}

/** Who knows the language and read which text, by its fingerprint. */
export async function listReviews(tx: Tx, ctx: Context, disclosureId: string) {
  return tx
    .select({
      language: translationReviews.language,
      textSha256: translationReviews.textSha256,
      reviewer: translationReviews.reviewer,
      reviewedAt: translationReviews.reviewedAt,
    })
    .from(translationReviews)
    .where(
      and(
        eq(translationReviews.practiceId, ctx.practiceId),
        eq(translationReviews.disclosureId, disclosureId),
      ),
    )
    .orderBy(asc(translationReviews.reviewedAt));
}

/** What a draft is compared with: the version it follows, or the starter it was begun from. */
export async function contentBefore(
  tx: Tx,
  ctx: Context,
  kind: DisclosureKind,
  latest: { id: string; answersLastMonths: number | null } | null,
): Promise<DraftContent> {
  return latest ? contentOfVersion(tx, ctx, latest) : starterFor(kind);
}

/** Who said that a text needs no change, for which English one. */
export async function listKept(tx: Tx, ctx: Context, disclosureId: string): Promise<KeptFact[]> {
  const { language, textSha256, englishSha256, notedAt } = keptTranslations;
  return tx
    .select({ language, textSha256, englishSha256, notedAt, notedBy: staffMembers.name })
    .from(keptTranslations)
    .innerJoin(staffMembers, on(staffMembers, keptTranslations.notedBy))
    .where(
      and(eq(keptTranslations.practiceId, ctx.practiceId), eq(keptTranslations.disclosureId, disclosureId)),
    );
}

/** The picture somebody asked for of a draft, drawn or not. */
export async function findPreview(tx: Tx, ctx: Context, draftId: string, language: Language) {
  const ofDraft = and(eq(draftPreviews.draftId, draftId), eq(draftPreviews.language, language));
  const [row] = await tx
    .select()
    .from(draftPreviews)
    .where(and(eq(draftPreviews.practiceId, ctx.practiceId), ofDraft));
  return row ?? null;
}

/** How far the pictures of a draft are, without them. */
export async function listPapers(tx: Tx, ctx: Context, draftId: string): Promise<Map<Language, Paper>> {
  const { language, revision, drawnAt, fault } = draftPreviews;
  const rows = await tx
    .select({ language, revision, drawnAt, fault })
    .from(draftPreviews)
    .where(and(eq(draftPreviews.practiceId, ctx.practiceId), eq(draftPreviews.draftId, draftId)));
  return new Map(rows.map(({ language: one, ...paper }) => [one, paper]));
}

export async function staffName(tx: Tx, ctx: Context, staffId: string): Promise<string> {
  const [row] = await tx
    .select({ name: staffMembers.name })
    .from(staffMembers)
    .where(and(eq(staffMembers.practiceId, ctx.practiceId), eq(staffMembers.id, staffId)));
  return row?.name ?? "";
}

function ofDisclosure(ctx: Context, disclosureId: string) {
  return and(eq(drafts.practiceId, ctx.practiceId), eq(drafts.disclosureId, disclosureId));
}
