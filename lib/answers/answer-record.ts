import { and, eq } from "drizzle-orm";
import { on } from "@/db/on";
import { type Answer, answerItems, answers, disclosures } from "@/db/schema";
import type { SystemContext } from "@/lib/context";
import { getShownVersion } from "@/lib/disclosures/queries";
import { env } from "@/lib/env";
import { NotFound } from "@/lib/errors";
import type { Tx } from "@/lib/in-practice";
import type { Evidence } from "@/lib/signatures/find-evidence";
import { getSigned } from "@/lib/signatures/queries";
import type { RecordBuilder } from "@/lib/signatures/record-builder";
import { trailPosition } from "@/lib/signatures/trail-position";
import type { SignedRecord } from "@/verifier/record";
import { signatureMeaning } from "./signature-meaning";

export const answerRecord: RecordBuilder = async (tx, ctx, signatureId, documentId) => {
  const { patient, evidence, parties, noted, how } = await getSigned(tx, ctx, signatureId);
  const { answer, kind, said } = await getAnswered(tx, ctx, signatureId, evidence);
  const { mark } = evidence;
  const record: SignedRecord = {
    schema: "candor/record/1",
    documentId,
    meaning: signatureMeaning(
      kind,
      said.items.flatMap((item) => item.answer ?? []),
    ),
    language: answer.language,
    ...parties,
    signer: signerOf(evidence, answer),
    ...said,
    withdrawal: null,
    ...noted,
    evidence: how(answer.route, mark ? "drawn" : "typed"),
    trail: await trailPosition(tx, ctx, patient.id, {
      names: "consent.%",
      member: "answerId",
      id: signatureId,
    }),
    appUrl: env().appUrl,
  };
  return { record, mark, patient };
};

/** The name typed with the signature and in which capacity; without a name, such as of a press, neither is known. */
export function signerOf({ printedName }: Evidence, { capacity }: Answer): SignedRecord["signer"] {
  return printedName === null ? { printedName, capacity: null } : { printedName, capacity };
}

/** An answer and its text as the record tells them, whoever signs now: that it is given, or taken back. */
export async function getAnswered(tx: Tx, ctx: SystemContext, answerId: string, { intent }: Evidence) {
  const { answer, kind } = await getAnswer(tx, ctx, answerId);
  const version = await getShownVersion(tx, ctx, answer.versionId, answer.language);
  if (version.foundSha256 !== answer.textSha256)
    throw new Error(`Version ${version.id} is not the text that answer ${answer.id} was given to`);
  const given = await listAnswerItems(tx, ctx, answerId);
  const { title, inShort, body } = version;
  const said = {
    disclosure: {
      id: answer.disclosureId,
      kind,
      versionId: version.id,
      versionNumber: version.number,
      effectiveFrom: version.effectiveFrom.toISOString(),
      title,
      inShort,
      body,
      textSha256: answer.textSha256,
    },
    items: version.items.map(({ id, position, required, label, whatFor, whoSees, where, until, copy }) => {
      const shown = { id, position, required, label, whatFor, whoSees, where, until, copy };
      return { ...shown, answer: given.get(id) ?? null };
    }),
    answer: {
      id: answer.id,
      requestId: answer.requestId,
      answeredAt: answer.answeredAt.toISOString(),
      intent,
      ...(answer.expiresAt && { expiresAt: answer.expiresAt.toISOString() }),
    },
  };
  return { answer, kind, said };
}

async function getAnswer(tx: Tx, ctx: SystemContext, answerId: string) {
  const [found] = await tx
    .select({ answer: answers, kind: disclosures.kind })
    .from(answers)
    .innerJoin(disclosures, on(disclosures, answers.disclosureId))
    .where(and(eq(answers.practiceId, ctx.practiceId), eq(answers.id, answerId)));
  if (!found) throw new NotFound();
  return found;
}

async function listAnswerItems(tx: Tx, ctx: SystemContext, answerId: string) {
  const rows = await tx
    .select({ itemId: answerItems.itemId, answer: answerItems.answer })
    .from(answerItems)
    .where(and(eq(answerItems.practiceId, ctx.practiceId), eq(answerItems.answerId, answerId)));
  return new Map(rows.map((row) => [row.itemId, row.answer]));
}
