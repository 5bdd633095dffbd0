import { and, asc, desc, eq } from "drizzle-orm";
import { on } from "@/db/on";
import { items, itemTexts, versions } from "@/db/schema";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import type { Language } from "@/lib/languages";
import { preferring } from "./queries";
import { currentVersion, type VersionFacts } from "./rules";

export type NamedUse = { key: string; label: string };

/** The uses of the text in force and, after them, those of earlier ones that somebody still allows. */
export async function usesInForce(
  tx: Tx,
  ctx: Context,
  disclosure: { id: string; versions: readonly VersionFacts[] },
  isAllowed: (key: string) => boolean,
  language: Language,
  now: Date,
): Promise<NamedUse[]> {
  const current = currentVersion(disclosure.versions, now);
  const { number } = versions;
  const rows = await tx
    .selectDistinctOn([number, items.position], { number, key: items.key, label: itemTexts.label })
    .from(items)
    .innerJoin(versions, on(versions, items.versionId))
    .innerJoin(itemTexts, on(items, itemTexts.itemId))
    .where(and(eq(items.practiceId, ctx.practiceId), eq(versions.disclosureId, disclosure.id)))
    .orderBy(desc(number), asc(items.position), ...preferring(itemTexts.language, language));
  const uses = new Map<string, NamedUse>();
  for (const { number, key, label } of rows) {
    const isCurrent = number === current?.number;
    const isEarlier = number < (current?.number ?? 0);
    if (!uses.has(key) && (isCurrent || (isEarlier && isAllowed(key)))) uses.set(key, { key, label });
  }
  return [...uses.values()];
}
