import { and, eq } from "drizzle-orm";
import { patients, platformAcknowledgements } from "@/db/schema";
import { findEvidence } from "@/lib/answers/evidence";
import type { SystemContext } from "@/lib/context";
import { env } from "@/lib/env";
import { NotFound } from "@/lib/errors";
import type { Tx } from "@/lib/in-practice";
import { markSha256 } from "@/lib/paper/mark";
import { getPractice } from "@/lib/practices/queries";
import { asItem, tradeOffSha256 } from "@/lib/trade-offs/compose-trade-off";
import type { SignedRecord } from "@/verifier/record";
import { trailPosition } from "./trail-position";

/** Everything the document says of what is different elsewhere: the text as it was kept, whatever is known by now. */
export async function buildTradeOffRecord(
  tx: Tx,
  ctx: SystemContext,
  acknowledgementId: string,
  documentId: string,
) {
  const { acknowledgement, patient } = await getAcknowledgement(tx, ctx, acknowledgementId);
  const { id, language, title, inShort, body, statement, textSha256, explainedOn } = acknowledgement;
  if (tradeOffSha256(acknowledgement) !== textSha256)
    throw new Error(`The text of acknowledgement ${id} is not what was acknowledged`);
  const practice = await getPractice(tx, ctx);
  const evidence = await findEvidence(tx, ctx, { acknowledgementId });
  if (!evidence) throw new NotFound();

  const { name, timeZone, phone } = evidence.named?.practice ?? practice;
  const { mark, printedName, capacity = null } = evidence;
  const record: SignedRecord = {
    schema: "candor/record/1",
    documentId,
    meaning: explainedOn ? "explains-trade-off" : "acknowledges-trade-off",
    language,
    practice: { id: practice.id, name, slug: practice.slug, timeZone, phone },
    patient: { id: patient.id, legalName: evidence.named?.legalName ?? patient.legalName },
    signer: { printedName, capacity },
    disclosure: { id, kind: "platform-trade-off", title, inShort, body, textSha256 },
    items: [{ id, position: 1, ...asItem(statement), answer: "yes" }],
    answer: {
      id,
      requestId: acknowledgement.requestId,
      answeredAt: acknowledgement.acknowledgedAt.toISOString(),
      intent: evidence.intent,
    },
    withdrawal: null,
    ...(explainedOn && { explainedOn }),
    ...(evidence.notedBy && { notedBy: evidence.notedBy }),
    evidence: {
      route: acknowledgement.route,
      authentication: evidence.authentication,
      authenticatedAt: evidence.authenticatedAt,
      mark: explainedOn ? "explained" : mark ? "drawn" : "typed",
      markSha256: mark && markSha256(mark),
      commitment: evidence.commitment,
    },
    trail: await trailPosition(tx, ctx, patient.id, {
      names: "platform-request.acknowledged",
      member: "acknowledgementId",
      id,
    }),
    appUrl: env().appUrl,
  };
  return { record, mark, patient };
}

async function getAcknowledgement(tx: Tx, ctx: SystemContext, acknowledgementId: string) {
  const [found] = await tx
    .select({ acknowledgement: platformAcknowledgements, patient: patients })
    .from(platformAcknowledgements)
    .innerJoin(
      patients,
      and(
        eq(patients.practiceId, platformAcknowledgements.practiceId),
        eq(patients.id, platformAcknowledgements.patientId),
      ),
    )
    .where(
      and(
        eq(platformAcknowledgements.practiceId, ctx.practiceId),
        eq(platformAcknowledgements.id, acknowledgementId),
      ),
    );
  if (!found) throw new NotFound();
  return found;
}
