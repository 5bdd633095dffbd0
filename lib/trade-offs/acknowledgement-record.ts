import { and, eq } from "drizzle-orm";
import { acknowledgements } from "@/db/schema";
import type { SystemContext } from "@/lib/context";
import { env } from "@/lib/env";
import { NotFound } from "@/lib/errors";
import type { Tx } from "@/lib/in-practice";
import { getSigned } from "@/lib/signatures/queries";
import type { RecordBuilder } from "@/lib/signatures/record-builder";
import { trailPosition } from "@/lib/signatures/trail-position";
import type { SignedRecord } from "@/verifier/record";
import { asItem, tradeOffSha256 } from "./compose-trade-off";

/** What the document says of what is different elsewhere: the text as it was kept, whatever is known by now. */
export const acknowledgementRecord: RecordBuilder = async (tx, ctx, signatureId, documentId) => {
  const acknowledgement = await getAcknowledgement(tx, ctx, signatureId);
  const { id, language, title, inShort, body, statement, textSha256, explainedOn } = acknowledgement;
  if (tradeOffSha256(acknowledgement) !== textSha256)
    throw new Error(`The text of acknowledgement ${id} is not what was acknowledged`);
  const { patient, evidence, parties, noted, how } = await getSigned(tx, ctx, signatureId);
  const { mark, printedName, capacity = null, intent } = evidence;
  const record: SignedRecord = {
    schema: "candor/record/1",
    documentId,
    meaning: explainedOn ? "explains-trade-off" : "acknowledges-trade-off",
    language,
    ...parties,
    signer: { printedName, capacity },
    disclosure: { id, kind: "platform-trade-off", title, inShort, body, textSha256 },
    items: [{ id, position: 1, ...asItem(statement), answer: "yes" }],
    answer: {
      id,
      requestId: acknowledgement.wishId,
      answeredAt: acknowledgement.acknowledgedAt.toISOString(),
      intent,
    },
    withdrawal: null,
    ...(explainedOn && { explainedOn }),
    ...noted,
    evidence: how(acknowledgement.route, explainedOn ? "explained" : mark ? "drawn" : "typed"),
    trail: await trailPosition(tx, ctx, patient.id, {
      names: "platform-request.acknowledged",
      member: "acknowledgementId",
      id,
    }),
    appUrl: env().appUrl,
  };
  return { record, mark, patient };
};

async function getAcknowledgement(tx: Tx, { practiceId }: SystemContext, id: string) {
  const [found] = await tx
    .select()
    .from(acknowledgements)
    .where(and(eq(acknowledgements.practiceId, practiceId), eq(acknowledgements.id, id)));
  if (!found) throw new NotFound();
  return found;
}
