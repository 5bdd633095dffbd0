import { and, eq } from "drizzle-orm";
import { on } from "@/db/on";
import { patients, type Signature, signatures } from "@/db/schema";
import type { Context, SystemContext } from "@/lib/context";
import { NotFound } from "@/lib/errors";
import type { Tx } from "@/lib/in-practice";
import { markSha256 } from "@/lib/paper/mark";
import { getPractice } from "@/lib/practices/queries";
import type { SignedRecord } from "@/verifier/record";
import { findEvidence } from "./find-evidence";

export async function getSignature(tx: Tx, ctx: Context, signatureId: string): Promise<Signature> {
  const [found] = await tx
    .select()
    .from(signatures)
    .where(and(eq(signatures.practiceId, ctx.practiceId), eq(signatures.id, signatureId)));
  if (!found) throw new NotFound();
  return found;
}

/** Who signed in which practice, and how: what every document says, whatever was signed. */
export async function getSigned(tx: Tx, ctx: SystemContext, signatureId: string) {
  const [found] = await tx
    .select({ patient: patients })
    .from(signatures)
    .innerJoin(patients, on(patients, signatures.patientId))
    .where(and(eq(signatures.practiceId, ctx.practiceId), eq(signatures.id, signatureId)));
  const evidence = await findEvidence(tx, ctx, signatureId);
  if (!found || !evidence) throw new NotFound();
  const { patient } = found;
  const practice = await getPractice(tx, ctx);
  const { named, notedBy, mark, authentication, authenticatedAt, commitment, rewritten } = evidence;
  const { name, timeZone, phone } = named?.practice ?? practice;
  return {
    patient,
    evidence,
    parties: {
      practice: { id: practice.id, name, slug: practice.slug, timeZone, phone },
      patient: { id: patient.id, legalName: named?.legalName ?? patient.legalName },
    },
    noted: notedBy ? { notedBy } : {},
    /** The part of the record that says how it was signed. */
    how: (route: SignedRecord["evidence"]["route"], as: SignedRecord["evidence"]["mark"]) => ({
      route,
      authentication,
      authenticatedAt,
      mark: as,
      markSha256: mark && markSha256(mark),
      commitment,
      ...(rewritten && { rewritten }),
    }),
  };
}
