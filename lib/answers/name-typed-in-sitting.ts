import { and, desc, eq, gte, inArray } from "drizzle-orm";
import { on } from "@/db/on";
import { answers, requests } from "@/db/schema";
import type { PatientContext } from "@/lib/context";
import type { Tx } from "@/lib/in-practice";
import { findEvidence } from "@/lib/signatures/find-evidence";

/** The name typed for the previous text of the same sitting, so that it is typed once. */
export async function nameTypedInSitting(tx: Tx, ctx: PatientContext, sittingId: string): Promise<string> {
  const [last] = await tx
    .select({ id: answers.id })
    .from(answers)
    .innerJoin(requests, on(requests, answers.requestId))
    .where(
      and(
        eq(answers.practiceId, ctx.practiceId),
        eq(requests.sittingId, sittingId),
        eq(answers.answeredBy, ctx.userId),
        gte(answers.answeredAt, ctx.arrival.authenticatedAt),
        inArray(answers.patientId, ctx.patientIds),
      ),
    )
    .orderBy(desc(answers.answeredAt))
    .limit(1);
  const evidence = last && (await findEvidence(tx, ctx, last.id));
  return evidence?.printedName ?? "";
}
