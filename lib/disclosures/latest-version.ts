import { and, desc, eq } from "drizzle-orm";
import { versions, versionTexts } from "@/db/schema";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";

export async function latestVersion(tx: Tx, ctx: Context, disclosureId: string) {
  const [latest] = await tx
    .select()
    .from(versions)
    .where(and(eq(versions.practiceId, ctx.practiceId), eq(versions.disclosureId, disclosureId)))
    .orderBy(desc(versions.number))
    .limit(1);
  if (!latest) return null;
  const texts = await tx
    .select({ language: versionTexts.language, textSha256: versionTexts.textSha256 })
    .from(versionTexts)
    .where(and(eq(versionTexts.practiceId, ctx.practiceId), eq(versionTexts.versionId, latest.id)));
  return { ...latest, texts: Object.fromEntries(texts.map((text) => [text.language, text.textSha256])) };
}
