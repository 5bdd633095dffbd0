import { and, eq, inArray } from "drizzle-orm";
import { versionTexts } from "@/db/schema";
import type { StaffContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";

/** What to say when asking about these versions, in each language they have; null where nothing was prepared. */
export async function listSayAloudWords(tx: Tx, ctx: StaffContext, versionIds: string[]) {
  if (versionIds.length === 0) return [];
  const { versionId, language, sayAloud: said, title } = versionTexts;
  return tx
    .select({ versionId, language, said, title })
    .from(versionTexts)
    .where(and(eq(versionTexts.practiceId, ctx.practiceId), inArray(versionId, versionIds)));
}
