import { and, desc, eq, gt } from "drizzle-orm";
import { on } from "@/db/on";
import { rowsOf } from "@/db/rows-of";
import { staffMembers, versions, watchConclusions, watchEntries, watchEntryTexts } from "@/db/schema";
import type { Context, StaffContext } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import type { Tx } from "@/lib/in-practice";
import { type Language, languages } from "@/lib/languages";
import { lockPractice } from "@/lib/practices/queries";

const conclusionOfEntry = on(watchEntries, watchConclusions.entryId);

/** What changed outside, newest first, with what was concluded and the texts it touches. */
export async function listWatchEntries(tx: Tx, ctx: StaffContext) {
  const rows = await tx
    .select({
      entry: watchEntries,
      conclusion: watchConclusions,
      notedByName: staffMembers.name,
      touched: rowsOf(watchEntryTexts, on(watchEntries, watchEntryTexts.entryId)),
    })
    .from(watchEntries)
    .innerJoin(staffMembers, on(staffMembers, watchEntries.notedBy))
    .leftJoin(watchConclusions, conclusionOfEntry)
    .where(eq(watchEntries.practiceId, ctx.practiceId))
    .orderBy(desc(watchEntries.changedOn), desc(watchEntries.notedAt));
  return rows.map(({ entry, conclusion, notedByName, touched }) => ({
    ...entry,
    notedByName,
    conclusion: conclusion?.conclusion ?? null,
    concludedAt: conclusion?.concludedAt ?? null,
    note: conclusion?.note ?? null,
    forPatients: conclusion?.forPatients ?? null,
    disclosureIds: touched.map(({ disclosureId }) => disclosureId),
  }));
}

/** Entries are written once, so concluding them takes its turn behind the practice's row. */
export async function lockWatchEntry(tx: Tx, ctx: StaffContext, entryId: string) {
  await lockPractice(tx, ctx);
  const [entry] = await tx
    .select({ id: watchEntries.id, concludedAt: watchConclusions.concludedAt })
    .from(watchEntries)
    .leftJoin(watchConclusions, conclusionOfEntry)
    .where(and(eq(watchEntries.practiceId, ctx.practiceId), eq(watchEntries.id, entryId)));
  if (!entry) throw new NotFound();
  return entry;
}

export type Check = { checkedAt: Date; sentence: string; language: Language };

/** What patients may read of checks since this text was published, newest first, in their language where there is one. */
export async function listChecks(
  tx: Tx,
  ctx: Context,
  versionId: string,
  language: Language,
): Promise<Check[]> {
  const rows = await tx
    .select({ checkedAt: watchConclusions.concludedAt, forPatients: watchConclusions.forPatients })
    .from(versions)
    .innerJoin(
      watchEntryTexts,
      and(
        eq(watchEntryTexts.practiceId, versions.practiceId),
        eq(watchEntryTexts.disclosureId, versions.disclosureId),
      ),
    )
    .innerJoin(
      watchConclusions,
      and(
        eq(watchConclusions.practiceId, watchEntryTexts.practiceId),
        eq(watchConclusions.entryId, watchEntryTexts.entryId),
        gt(watchConclusions.concludedAt, versions.publishedAt),
      ),
    )
    .where(and(eq(versions.practiceId, ctx.practiceId), eq(versions.id, versionId)))
    .orderBy(desc(watchConclusions.concludedAt));
  return rows.flatMap(({ checkedAt, forPatients }) => {
    const written = [language, ...languages].find((one) => forPatients?.[one]);
    const sentence = written && forPatients?.[written];
    return sentence ? [{ checkedAt, sentence, language: written }] : [];
  });
}
