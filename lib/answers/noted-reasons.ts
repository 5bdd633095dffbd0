import { and, eq, inArray } from "drizzle-orm";
import { on } from "@/db/on";
import { answerCorrections, noticeEndings, staffMembers } from "@/db/schema";
import type { StaffContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { whyNotMay } from "@/lib/roles";
import { correctionReason, endingReason } from "./sealed-reason";

/** Who noted it, when and why. No reason: hidden from who may not read it, or no longer what was noted. */
export type NotedReason = { at: Date; byName: string; reason: string | null; hidden: boolean };

/** By the answer that was noted by mistake. */
export async function listCorrections(tx: Tx, ctx: StaffContext, answerIds: readonly string[]) {
  if (answerIds.length === 0) return noReasons;
  const { id, answerId, sealedReason, correctedAt } = answerCorrections;
  const rows = await tx
    .select({ id, subject: answerId, sealed: sealedReason, at: correctedAt, byName: staffMembers.name })
    .from(answerCorrections)
    .innerJoin(staffMembers, on(staffMembers, answerCorrections.correctedBy))
    .where(and(eq(answerCorrections.practiceId, ctx.practiceId), inArray(answerId, [...answerIds])));
  return reasoned(ctx, correctionReason, rows);
}

/** By the request of the notice that ended. */
export async function listNoticeEndings(tx: Tx, ctx: StaffContext, requestIds: readonly string[]) {
  if (requestIds.length === 0) return noReasons;
  const { id, requestId, sealedReason, endedAt } = noticeEndings;
  const rows = await tx
    .select({ id, subject: requestId, sealed: sealedReason, at: endedAt, byName: staffMembers.name })
    .from(noticeEndings)
    .innerJoin(staffMembers, on(staffMembers, noticeEndings.endedBy))
    .where(and(eq(noticeEndings.practiceId, ctx.practiceId), inArray(requestId, [...requestIds])));
  return reasoned(ctx, endingReason, rows);
}

const noReasons: ReadonlyMap<string, NotedReason> = new Map();

type Row = { id: string; subject: string; sealed: Buffer; at: Date; byName: string };

function reasoned(ctx: StaffContext, reasons: typeof correctionReason, rows: Row[]) {
  const hidden = whyNotMay(ctx, "read-reasons") !== null;
  return new Map(
    rows.map(({ id, subject, sealed, at, byName }): [string, NotedReason] => {
      const reason = hidden ? null : reasons.open(ctx, id, sealed);
      return [subject, { at, byName, reason, hidden }];
    }),
  );
}
