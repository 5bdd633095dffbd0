import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { type Document, documents } from "@/db/schema";
import { practiceBySlug } from "@/lib/auth/practice-slugs";
import { consentState } from "@/lib/consents/consent-state";
import { listRequestFacts } from "@/lib/consents/request-facts";
import { type SystemContext, systemContext } from "@/lib/context";
import { today } from "@/lib/dates";
import { getDisclosure } from "@/lib/disclosures/queries";
import { readPractice, type Tx } from "@/lib/in-practice";
import { getPractice } from "@/lib/practices/queries";
import { listPlatformRequests } from "@/lib/wishes/queries";
import { requestStanding } from "@/lib/wishes/rules";
import { sealSubjectOf, subjectOf } from "./queries";
import { type Standing, standingOf, standingOfTradeOff } from "./standing-rules";

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
    const [document] = await tx
      .select()
      .from(documents)
      .where(and(eq(documents.practiceId, ctx.practiceId), eq(documents.sha256, input.sha256)));
    if (!document) return "unknown";
    return document.acknowledgementId
      ? tradeOffStanding(tx, ctx, document, now)
      : answerStanding(tx, ctx, document, now);
  });
}

async function tradeOffStanding(tx: Tx, ctx: SystemContext, document: Document, now: Date) {
  const { timeZone } = await getPractice(tx, ctx);
  const wishes = await listPlatformRequests(tx, ctx, [document.patientId]);
  const wish = wishes.find(({ acknowledgement }) => acknowledgement?.id === document.acknowledgementId);
  return wish ? standingOfTradeOff(requestStanding(wish, now, today(now, timeZone))) : "unknown";
}

async function answerStanding(tx: Tx, ctx: SystemContext, document: Document, now: Date): Promise<Standing> {
  const { about } = await sealSubjectOf(tx, ctx, subjectOf(document));
  const { answerId = "" } = about;
  const facts = await listRequestFacts(tx, ctx, [document.patientId]);
  const disclosureId = facts.find(({ answer }) => answer?.id === answerId)?.disclosureId;
  if (!disclosureId) return "unknown";
  const { versions } = await getDisclosure(tx, ctx, disclosureId);
  const requests = facts.filter((one) => one.disclosureId === disclosureId);
  const signed = { answerId, isWithdrawal: document.withdrawalId !== null };
  return standingOf(signed, consentState({ versions, requests }, now));
}
