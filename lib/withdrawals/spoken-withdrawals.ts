import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import { on } from "@/db/on";
import { staffMembers, withdrawals } from "@/db/schema";
import type { PatientContext, StaffContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";

export type Spoken = { withdrawnAt: Date; noterName: string; route: string };

/** What was said aloud about these answers, each with who noted it; the latest where there are several. */
export async function listSpoken(
  tx: Tx,
  ctx: StaffContext | PatientContext,
  answerIds: readonly string[],
): Promise<Map<string, Spoken>> {
  if (answerIds.length === 0) return new Map();
  const { answerId, withdrawnAt, route } = withdrawals;
  const rows = await tx
    .select({ answerId, withdrawnAt, route, noterName: staffMembers.name })
    .from(withdrawals)
    .innerJoin(staffMembers, on(staffMembers, withdrawals.notedBy))
    .where(
      and(
        eq(withdrawals.practiceId, ctx.practiceId),
        inArray(answerId, [...answerIds]),
        isNotNull(withdrawals.notedBy),
      ),
    )
    .orderBy(asc(withdrawnAt));
  return new Map(rows.map(({ answerId, ...spoken }) => [answerId, spoken]));
}
