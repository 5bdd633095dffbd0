import { and, count, desc, eq, exists, gt, gte, inArray, notExists } from "drizzle-orm";
import { addressChanges, entryCodes, firstEntries, firstEntryMisses } from "@/db/schema";
import type { Context } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { asBoolean } from "./queries";

/** The newest code made for each of these patients at their present address, and whether somebody has come in with it. */
export async function latestEntryCodes(tx: Tx, ctx: Context, patientIds: readonly string[]) {
  if (patientIds.length === 0) return [];
  const entered = tx
    .select({ id: firstEntries.id })
    .from(firstEntries)
    .where(
      and(
        eq(firstEntries.practiceId, entryCodes.practiceId),
        eq(firstEntries.patientId, entryCodes.patientId),
        eq(firstEntries.method, "handed-code"),
        gte(firstEntries.provenAt, entryCodes.madeAt),
      ),
    );
  const changedSince = tx
    .select({ id: addressChanges.id })
    .from(addressChanges)
    .where(
      and(
        eq(addressChanges.practiceId, entryCodes.practiceId),
        eq(addressChanges.patientId, entryCodes.patientId),
        gte(addressChanges.changedAt, entryCodes.madeAt),
      ),
    );
  const { patientId, codeHash, madeAt, expiresAt } = entryCodes;
  return tx
    .selectDistinctOn([patientId], {
      patientId,
      codeHash,
      madeAt,
      expiresAt,
      isSpent: asBoolean(exists(entered)),
    })
    .from(entryCodes)
    .where(
      and(
        eq(entryCodes.practiceId, ctx.practiceId),
        inArray(patientId, [...patientIds]),
        notExists(changedSince),
      ),
    )
    .orderBy(patientId, desc(madeAt), desc(entryCodes.id));
}

/** The newest change of address of each of these patients whose address was ever changed. */
export async function latestAddressChanges(tx: Tx, ctx: Context, patientIds: readonly string[]) {
  const { patientId, changedAt, changedBy } = addressChanges;
  const rows = await tx
    .selectDistinctOn([patientId], { patientId, changedAt, changedBy })
    .from(addressChanges)
    .where(and(eq(addressChanges.practiceId, ctx.practiceId), inArray(patientId, [...patientIds])))
    .orderBy(patientId, desc(changedAt), desc(addressChanges.id));
  return new Map(rows.map((change) => [change.patientId, change]));
}

/** Wrong second facts of a mailbox since a moment, or ever. */
export async function countMisses(tx: Tx, ctx: Context, userId: string, since: Date | null) {
  const [row] = await tx
    .select({ misses: count() })
    .from(firstEntryMisses)
    .where(
      and(
        eq(firstEntryMisses.practiceId, ctx.practiceId),
        eq(firstEntryMisses.userId, userId),
        since ? gt(firstEntryMisses.missedAt, since) : undefined,
      ),
    );
  return row?.misses ?? 0;
}
