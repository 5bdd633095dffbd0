import { and, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { safeguards, safeguardTexts } from "@/db/schema";
import type { StaffContext } from "@/lib/context";
import { Refused } from "@/lib/errors";
import type { Tx } from "@/lib/in-practice";
import { languages } from "@/lib/languages";
import type { AddSafeguardInput } from "./input";
import { whyNotClaim } from "./rules";

/** Writes a claim under a key nothing else has had. The caller holds the practice and records the event. */
export async function writeSafeguard(
  tx: Tx,
  ctx: StaffContext,
  { claim, intent, ...safeguard }: AddSafeguardInput & { key: string },
  now: Date,
) {
  const { practiceId } = ctx;
  const { key } = safeguard;
  const [sameKey] = await tx
    .select()
    .from(safeguards)
    .where(and(eq(safeguards.practiceId, practiceId), eq(safeguards.key, key)));
  const refusal = whyNotClaim(sameKey ?? null);
  if (refusal) throw new Refused(refusal, { claim: claim.en });

  const id = uuid();
  await tx
    .insert(safeguards)
    .values({ ...safeguard, practiceId, id, claimedAt: now, claimedBy: ctx.staffId });
  await tx.insert(safeguardTexts).values(
    languages.map((language) => ({
      practiceId,
      id: uuid(),
      safeguardId: id,
      language,
      claim: claim[language],
      intent: intent[language],
    })),
  );
  return { id, event: { name: "safeguard.claimed", safeguardId: id, key } as const };
}
