import { z } from "zod";
import { findNamedEntry } from "@/lib/audit/find-named-entry";
import { practiceBySlug } from "@/lib/auth/practice-slugs";
import { consentState } from "@/lib/consents/consent-state";
import { listRequestFacts } from "@/lib/consents/request-facts";
import { type SystemContext, systemContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { getDisclosure } from "@/lib/disclosures/queries";
import { readPractice, type Tx } from "@/lib/in-practice";
import { getPractice } from "@/lib/practices/queries";
import { listWishes } from "@/lib/wishes/queries";
import { wishState } from "@/lib/wishes/rules";
import { findSealed } from "./queries";
import { type Standing, standingOf, standingOfTradeOff, standingOfUnkept } from "./standing-rules";

export const documentStandingInput = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  practice: z.string().regex(/^[a-z0-9-]{1,60}$/),
  /** The entry of the practice's history that the document names, and the document's own number. */
  named: z
    .strictObject({
      documentId: z.uuid(),
      sequence: z.int().nonnegative(),
      leaf: z.string().regex(/^[0-9a-f]{64}$/),
    })
    .optional(),
});
type DocumentStandingInput = z.infer<typeof documentStandingInput>;

/**
 * For whoever holds the file: its fingerprint is the only key, and it opens nothing but this one word. Where nobody
 * knows the file, the entry it names says whether that is a contradiction.
 */
export async function documentStanding(input: DocumentStandingInput): Promise<Standing> {
  const practice = await practiceBySlug(input.practice);
  if (!practice) return "unknown";
  const ctx = systemContext(practice.practiceId, "web");
  return readPractice(ctx, async (tx, now) => {
    const { sha256, named } = input;
    const signed = await findSealed(tx, ctx, sha256);
    if (!signed)
      return named ? standingOfUnkept(await findNamedEntry(tx, ctx, { ...named, sha256 })) : "unknown";
    return signed.kind === "acknowledgement"
      ? tradeOffStanding(tx, ctx, signed, now)
      : answerStanding(tx, ctx, signed, now);
  });
}

type Signed = NonNullable<Awaited<ReturnType<typeof findSealed>>>;

async function tradeOffStanding(tx: Tx, ctx: SystemContext, signed: Signed, now: Date) {
  const { timeZone } = await getPractice(tx, ctx);
  const wishes = await listWishes(tx, ctx, [signed.patientId]);
  const wish = wishes.find(({ acknowledgement }) => acknowledgement?.id === signed.signatureId);
  return wish ? standingOfTradeOff(wishState(wish, now, today(now, timeZone))) : "unknown";
}

async function answerStanding(tx: Tx, ctx: SystemContext, signed: Signed, now: Date): Promise<Standing> {
  const { answerId, disclosureId, patientId, kind, isPutBack } = signed;
  if (!answerId || !disclosureId) return "unknown";
  const facts = await listRequestFacts(tx, ctx, [patientId]);
  const { versions } = await getDisclosure(tx, ctx, disclosureId);
  const requests = facts.filter((one) => one.disclosureId === disclosureId);
  return standingOf(
    { answerId, isWithdrawal: kind === "withdrawal", isPutBack },
    consentState({ versions, requests }, now),
  );
}
