import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { answers, documents, withdrawals } from "@/db/schema";
import { practiceBySlug } from "@/lib/auth/practice-slugs";
import { consentState } from "@/lib/consents/consent-state";
import { listRequestFacts } from "@/lib/consents/queries";
import { systemContext } from "@/lib/context";
import { getDisclosure } from "@/lib/disclosures/queries";
import { readPractice } from "@/lib/in-practice";
import { type Standing, standingOf } from "./standing-rules";

export const documentStandingInput = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  practice: z.string().regex(/^[a-z0-9-]{1,60}$/),
});
type DocumentStandingInput = z.infer<typeof documentStandingInput>;

/** For whoever holds the file: its fingerprint is the only key, and it opens nothing but this one word. */
export async function documentStanding(input: DocumentStandingInput): Promise<Standing> {
  const practice = await practiceBySlug(input.practice);
  if (!practice) return "unknown";
  const ctx = systemContext(practice.practiceId, "web");
  return readPractice(ctx, async (tx, now) => {
    const [found] = await tx
      .select({
        answerId: answers.id,
        patientId: answers.patientId,
        disclosureId: answers.disclosureId,
        withdrawalId: documents.withdrawalId,
      })
      .from(documents)
      .leftJoin(
        withdrawals,
        and(eq(withdrawals.practiceId, documents.practiceId), eq(withdrawals.id, documents.withdrawalId)),
      )
      .innerJoin(
        answers,
        and(
          eq(answers.practiceId, documents.practiceId),
          eq(answers.id, sql`coalesce(${documents.answerId}, ${withdrawals.answerId})`),
        ),
      )
      .where(and(eq(documents.practiceId, ctx.practiceId), eq(documents.sha256, input.sha256)));
    if (!found) return "unknown";

    const { versions } = await getDisclosure(tx, ctx, found.disclosureId);
    const facts = await listRequestFacts(tx, ctx, [found.patientId]);
    const requests = facts.filter(({ disclosureId }) => disclosureId === found.disclosureId);
    const document = { answerId: found.answerId, isWithdrawal: found.withdrawalId !== null };
    return standingOf(document, consentState({ versions, requests }, now));
  });
}
